import type { PipelineContext } from '../context.ts';
import { numberOrNull, text } from './cells.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

/** The 19 sections of GB/T 4754 as the census tabulates them: letter, column, names. */
const sections = [
  ['A', 'A_agriculture', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'],
  ['B', 'B_mining', '采矿业', 'Mining'],
  ['C', 'C_manufacturing', '制造业', 'Manufacturing'],
  ['D', 'D_utilities', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water supply'],
  ['E', 'E_construction', '建筑业', 'Construction'],
  ['F', 'F_trade', '批发和零售业', 'Wholesale and retail trade'],
  ['G', 'G_transport', '交通运输、仓储和邮政业', 'Transport, storage and post'],
  ['H', 'H_hospitality', '住宿和餐饮业', 'Hotels and catering'],
  [
    'I',
    'I_information',
    '信息传输、软件和信息技术服务业',
    'Information transmission, software and IT services',
  ],
  ['J', 'J_finance', '金融业', 'Finance'],
  ['K', 'K_real_estate', '房地产业', 'Real estate'],
  ['L', 'L_leasing_business', '租赁和商务服务业', 'Leasing and business services'],
  ['M', 'M_research_technical', '科学研究和技术服务业', 'Scientific research and technical services'],
  [
    'N',
    'N_environment_public_facilities',
    '水利、环境和公共设施管理业',
    'Water, environment and public facilities',
  ],
  ['O', 'O_resident_services', '居民服务、修理和其他服务业', 'Resident services, repair and other services'],
  ['P', 'P_education', '教育', 'Education'],
  ['Q', 'Q_health_social', '卫生和社会工作', 'Health and social work'],
  ['R', 'R_culture_sport', '文化、体育和娱乐业', 'Culture, sports and entertainment'],
  [
    'S',
    'S_public_administration',
    '公共管理、社会保障和社会组织',
    'Public administration, social security and organisations',
  ],
] as const;

/** Builds `employment.json`: employed persons of the census long form by section, 2010 and 2020. */
export function buildEmployment(context: PipelineContext): void {
  const former = new Set(context.facts('adcode_changes').map((row) => text(row, 'old_adcode')));
  const rows = context.facts('employment_section_prefecture');
  const years: Record<string, { adcodes: string[]; counts: (number | null)[][] }> = {};
  const unknown: string[] = [];
  const dropped: string[] = [];
  for (const row of [...rows].sort((a, b) => text(a, 'adcode').localeCompare(text(b, 'adcode')))) {
    const adcode = text(row, 'adcode');
    const label = `${adcode} ${text(row, 'name')} ${text(row, 'year')}`;
    if (!context.units.prefectures.has(adcode)) {
      (former.has(adcode) ? dropped : unknown).push(label);
      continue;
    }
    const table = (years[text(row, 'year')] ??= { adcodes: [], counts: [] });
    table.adcodes.push(adcode);
    table.counts.push(sections.map(([, column]) => numberOrNull(row, column)));
  }
  writeJsonArtefact(context, {
    id: 'employment',
    path: 'employment.json',
    formatVersion: 1,
    vintage: 'censuses 2010 and 2020, long form',
    sources: ['census-employment'],
    licence: 'MIT',
    attribution: '',
    early: false,
    counts: Object.fromEntries(
      Object.entries(years).map(([year, table]) => [`units ${year}`, table.adcodes.length]),
    ),
    body: {
      sections: sections.map(([id, , nameZh, nameEn]) => ({ id, nameZh, nameEn })),
      years,
    },
  });
  context.addCheck({
    id: 'employment-adcodes-known',
    title: 'Every code of the employment table is a unit of the embedded vintage',
    compared: rows.length,
    unexplained: unknown.map((label) => `${label} is not a unit`),
    explained: dropped.map((label) => `${label}: a former prefecture, dropped (adcode_changes.csv)`),
  });
}
