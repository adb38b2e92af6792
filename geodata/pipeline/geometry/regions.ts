import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { Maturity, Region, RegionCore, RegionKind, RegionVariant } from '#core/geography/region.ts';
import type { FactRow } from '../context.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { groupBy, prefectureOf } from './codes.ts';
import { round } from './units.ts';
import { newerCodes } from './vintage-repair.ts';

const maturities: Readonly<Record<string, Maturity>> = {
  成熟型: 'mature',
  发展型: 'developing',
  培育型: 'nurturing',
};

/** Variants that come first although they are not the first row. */
const currentLabels: Readonly<Record<string, string>> = { yrd: '2019 core (current)' };

const labelsZh: Readonly<Record<string, string>> = {
  current: '现行规划',
  literature: '通行范围（规划未公布）',
  '2016 plan': '2016 年规划',
  '2019 core (current)': '2019 年纲要中心区（现行）',
  '2010 plan core': '2010 年规划核心区',
  '2009 plan (Fujian)': '2009 年海西规划（福建部分）',
  'planning scope': '规划范围',
  'extended scope': '拓展范围',
  '1+8 city circle (approved scope not public)': '“1+8”城市圈（批复范围未公布）',
  'cooperation body (approved scope not public)': '合作机制成员（批复范围未公布）',
  'planning scope (新乡, 焦作 districts not read)': '规划范围（新乡、焦作的区县未读到）',
  'by name (approved scope not public)': '按名称（批复范围未公布）',
};

/** What a region's figures are computed from. */
export interface RegionInputs {
  readonly counties: readonly AdminUnit[];
  readonly unitOfCensus: ReadonlyMap<Adcode, Adcode>;
  /** People of 2020 by county-level unit. */
  readonly people: ReadonlyMap<Adcode, number>;
}

/** Builds agglomerations and metropolitan areas from the fact tables, agglomerations first, in the tables' order. */
export function buildRegions(inputs: RegionInputs): readonly Region[] {
  return [
    ...regionsOf('agglomeration', readFacts('agglomerations'), 'variant', inputs),
    ...regionsOf('metro', readFacts('metro_areas'), 'scope', inputs),
  ];
}

function regionsOf(
  kind: RegionKind,
  rows: readonly FactRow[],
  labelColumn: string,
  inputs: RegionInputs,
): Region[] {
  return [...groupBy(rows, (row) => cell(row, 'id'))].map(([id, group]) => {
    const ordered = group.toSorted(
      (a, b) => Number(isCurrent(b, labelColumn)) - Number(isCurrent(a, labelColumn)),
    );
    const [first] = ordered;
    if (!first) throw new Error(`region ${id} has no row`);
    return {
      id,
      kind,
      nameZh: cell(first, 'name_zh'),
      nameEn: cell(first, 'name_en'),
      maturity: kind === 'agglomeration' ? (maturities[cell(first, 'class')] ?? null) : null,
      grade: cell(first, kind === 'agglomeration' ? 'grade_14th_fyp' : 'level'),
      approved: kind === 'metro' ? cell(first, 'approved') : null,
      cores: coresOf(kind, id),
      variants: ordered.map((row) => variantOf(row, cell(row, labelColumn), inputs)),
    };
  });
}

function isCurrent(row: FactRow, labelColumn: string): boolean {
  return currentLabels[cell(row, 'id')] === cell(row, labelColumn);
}

function coresOf(kind: RegionKind, id: string): RegionCore[] {
  return readFacts('cores')
    .filter((row) => cell(row, 'kind') === kind && cell(row, 'region') === id)
    .map((row) => ({
      adcode: cell(row, 'adcode'),
      role: cell(row, 'role') === 'core' ? 'core' : 'sub-core',
      evidence: cell(row, 'evidence'),
    }));
}

function variantOf(row: FactRow, label: string, inputs: RegionInputs): RegionVariant {
  const regionId = cell(row, 'id');
  const wholeUnits = codes(row, 'whole_units');
  const toUnit = (code: Adcode): Adcode => {
    const current = newerCodes.get(code) ?? code;
    const unit = inputs.unitOfCensus.get(current);
    if (unit === undefined) throw new Error(`${regionId}: no county-level unit for ${code}`);
    return unit;
  };
  const partCounties = [...new Set(codes(row, 'part_counties').map(toUnit))].sort();
  const excludedCounties = [...new Set(codes(row, 'excluded_counties').map(toUnit))].sort();
  const whole = new Set(wholeUnits);
  const part = new Set(partCounties);
  const excluded = new Set(excludedCounties);
  const members = inputs.counties.filter(
    (unit) => !excluded.has(unit.adcode) && (part.has(unit.adcode) || whole.has(prefectureOf(unit.adcode))),
  );
  const found = new Set(members.map((unit) => prefectureOf(unit.adcode)));
  for (const code of wholeUnits)
    if (!found.has(code)) throw new Error(`${regionId}: no county-level unit in ${code}`);
  const known = members.map((unit) => inputs.people.get(unit.adcode)).filter((value) => value !== undefined);
  const publishedPeople = number(row, 'published_population_10k');
  return {
    key: `${regionId}@${slug(label)}`,
    regionId,
    label,
    labelZh: labelsZh[label] ?? label,
    plan: row['plan'] || null,
    planYear: number(row, 'plan_year'),
    wholeUnits: wholeUnits.toSorted(),
    partCounties,
    excludedCounties,
    statisticalMembers: [...found].sort(),
    counties: members.map((unit) => unit.adcode).sort(),
    areaKm2: round(
      members.reduce((sum, unit) => sum + unit.areaKm2, 0),
      1,
    ),
    population2020: known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null,
    populationMissing: members
      .map((unit) => unit.adcode)
      .filter((adcode) => !inputs.people.has(adcode))
      .sort(),
    publishedAreaKm2: number(row, 'published_area_km2'),
    publishedPopulation: publishedPeople === null ? null : Math.round(publishedPeople * 10_000),
    evidence: cell(row, 'evidence'),
  };
}

function codes(row: FactRow, column: string): Adcode[] {
  return cell(row, column)
    .split(' ')
    .filter((code) => code !== '');
}

function number(row: FactRow, column: string): number | null {
  const text = row[column] ?? '';
  return text === '' ? null : Number(text);
}

/** `2019 core (current)` → `2019-core`. */
function slug(label: string): string {
  return label
    .replace(/\(.*\)/u, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-');
}
