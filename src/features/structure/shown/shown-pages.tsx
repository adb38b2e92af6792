import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { gravityFlowsOf, strongestFlows } from '#core/structure/gravity.ts';
import { industryPairsOf } from '#core/structure/industry-similarity.ts';
import { locationQuotientsOf } from '#core/structure/location-quotient.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { StructurePage } from '#state/document/view-state.ts';
import { INDUSTRY_YEAR } from '#state/told/stated-structure.ts';
import { formatCompact, formatKm, formatNumber, formatShare, NO_VALUE } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import { useStructureView } from '../structure-view.ts';
import { useIndustry } from '../study/use-industry.ts';
import { useKeyFigures } from '../study/use-key-figures.ts';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import { useOwnRides } from '../study/use-own-rides.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import type { RegionTimes } from '../study/use-region-times.ts';
import { barsOf, figureTable, growthBars, quotientBars, rankSizeDots } from './shown-charts.ts';
import { usePartsShown } from './use-parts-shown.ts';
import { useTold } from './use-told.ts';

interface Shown {
  readonly study: RegionStudy;
}

/** Rows of the tables of ties and pairs. */
const LISTED = 10;

/** What every page needs to say its figures. */
function useWords(study: RegionStudy) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const leftOut = useLeftOut(nameOf);
  const titled = (title: string) => `${pickName(study.region, language)} · ${title}`;
  return { t, language, nameOf, leftOut, titled };
}

function ShownCities({ study }: Shown) {
  const { t, language, nameOf, leftOut, titled } = useWords(study);
  const figures = useKeyFigures(study);
  const change = study.structure.populationChange;
  const notes = figures.flatMap(({ figure, label }) => {
    const left = leftOut(figure.coverage);
    return left === null ? [] : [`${label}${t('colon')}${left}`];
  });
  const ofWholeCities = figures.filter(({ figure }) => figure.ofWholeCities).map(({ label }) => label);
  if (ofWholeCities.length > 0)
    notes.unshift(`${listed(ofWholeCities, language)}${t('colon')}${t('figures.wholeCities')}`);
  useTold({
    charts:
      change.units.length === 0
        ? []
        : [
            growthBars(change, nameOf, {
              title: `${titled(t('growth.title'))}${bracketed(t('shown.tenThousand'), language)}`,
              unit: t('shown.tenThousand'),
              remark: [t('growth.basis'), leftOut(change.coverage)]
                .filter((note) => note !== null)
                .join(' · '),
            }),
          ],
    tables: [
      figureTable(
        titled(t('figures.title')),
        ['', ''],
        figures.map(({ label, value }) => [label, value]),
        notes.join(' · '),
      ),
    ],
  });
  return null;
}

function ShownHierarchy({ study }: Shown) {
  const { t, language, nameOf, leftOut, titled } = useWords(study);
  const { rankSize, concentration } = study.structure;
  const { exponent, standardError, points } = rankSize;
  const index = (value: number | null, decimals = 2) => formatNumber(value, language, decimals);
  const fit =
    exponent === null
      ? t(rankSize.status === 'too-few-cities' ? 'rank.few' : 'rank.equal')
      : `b = ${index(exponent)} ± ${index(standardError)} (n = ${points.length})`;
  const left = leftOut(rankSize.coverage);
  useTold({
    charts:
      points.length < 2
        ? []
        : [
            rankSizeDots(rankSize, nameOf, {
              title: titled(t('rank.title')),
              size: t('shown.sizeMillions'),
              rank: t('rank.y'),
              line: t('shown.line'),
              remark: [fit, left].filter((note) => note !== null).join(' · '),
            }),
          ],
    tables: [
      figureTable(
        titled(t('primacy.title')),
        ['', ''],
        [
          [
            `${t('rank.title')}, ${t('rank.exponent')}`,
            exponent === null ? NO_VALUE : `${index(exponent)} ± ${index(standardError)}`,
          ],
          [t('primacy.s2'), index(concentration.s2)],
          [t('primacy.s4'), index(concentration.s4)],
          [t('primacy.s11'), index(concentration.s11)],
          [t('primacy.hhi'), index(concentration.herfindahl, 3)],
          [t('primacy.gini'), index(concentration.gini, 3)],
        ],
        [t('primacy.basis'), left].filter((note) => note !== null).join(' · '),
      ),
    ],
  });
  return null;
}

function ShownMovement({ study }: Shown) {
  const { t, language, leftOut, titled } = useWords(study);
  const members = study.variant.statisticalMembers;
  const zones = usePartsShown(study, members, 'zones', titled);
  const sides = usePartsShown(study, members, 'hu', titled);
  const { centreShift, ellipse, ellipseBefore } = study.structure;
  const row = (label: string, read: (of: NonNullable<typeof ellipse>) => string) => [
    label,
    ellipseBefore === null ? NO_VALUE : read(ellipseBefore),
    ellipse === null ? NO_VALUE : read(ellipse),
  ];
  useTold({
    charts: [zones.chart, sides.chart].filter((chart) => chart !== null),
    tables: [
      figureTable(
        titled(t('movement.ellipse')),
        ['', '2010', '2020'],
        [
          row(t('movement.major'), ({ semiMajorKm }) => formatNumber(semiMajorKm, language, 1)),
          row(t('movement.minor'), ({ semiMinorKm }) => formatNumber(semiMinorKm, language, 1)),
          row(t('movement.bearing'), ({ majorBearing }) => `${formatNumber(majorBearing, language, 1)}°`),
          row(t('movement.area'), ({ areaKm2 }) => formatNumber(areaKm2, language)),
          row(t('movement.inside'), ({ weightInside }) => formatShare(weightInside, language)),
        ],
        [
          t('movement.basis'),
          centreShift === null
            ? t('movement.none')
            : `${t('map.shift')}${t('colon')}${formatKm(centreShift.km, language, 1)}`,
          centreShift === null ? null : leftOut(centreShift.coverage),
        ]
          .filter((note) => note !== null)
          .join(' · '),
      ),
      zones.table,
      sides.table,
    ],
  });
  return null;
}

/** The ties of the map, from the times that it is drawn with. */
export function ShownTies({ study, times }: Shown & { readonly times: RegionTimes }) {
  const { t, language, nameOf, leftOut, titled } = useWords(study);
  const { mode, ties, tieThreshold } = useStructureView();
  const ownRides = useOwnRides();
  const answer = times.kind === 'ready' ? times.times : null;
  const persons = study.frame.figures.population.values;
  const found = useMemo(() => (answer === null ? null : gravityFlowsOf(answer, persons)), [answer, persons]);
  const flows =
    found === null
      ? []
      : strongestFlows(found.flows, { count: ties, threshold: tieThreshold }).slice(0, LISTED);
  const remark = [
    t('shown.modelledTies', { mode: t(`mode.${mode}`, { ns: 'terms' }) }),
    mode === 'road' ? null : ownRides,
    found === null ? null : leftOut(found.coverage),
  ]
    .filter((note) => note !== null)
    .join(' · ');
  const title = titled(t('ties.title'));
  useTold(
    found === null
      ? null
      : {
          charts: [
            barsOf(
              `${title}${bracketed('%', language)}`,
              t('ties.share'),
              flows.map(({ from, to, share }) => ({
                name: `${nameOf(from)} – ${nameOf(to)}`,
                value: 100 * share,
              })),
              { decimals: 1, isSigned: false, remark },
            ),
          ],
          tables: [
            figureTable(
              title,
              [`${t('ties.from')} – ${t('ties.to')}`, t('ties.minutes'), t('ties.share')],
              flows.map(({ from, to, minutes, share }) => [
                `${nameOf(from)} – ${nameOf(to)}`,
                formatNumber(minutes, language),
                formatShare(share, language),
              ]),
              remark,
            ),
          ],
        },
  );
  return null;
}

function ShownIndustry({ study }: Shown) {
  const { t, language, nameOf, leftOut, titled } = useWords(study);
  const { city } = useStructureView();
  const state = useIndustry(study, INDUSTRY_YEAR);
  const industry = state.kind === 'ready' ? state.industry : null;
  const core = study.frame.figures.urbanCorePopulation.values;
  const quotients = useMemo(() => {
    const counts = industry?.table.years.get(INDUSTRY_YEAR);
    if (industry === null || counts === undefined) return null;
    const { cities } = locationQuotientsOf(industry.matrix.cities, counts, counts.values());
    const largest = cities.toSorted((a, b) => (core.get(b.adcode) ?? 0) - (core.get(a.adcode) ?? 0));
    return largest.find(({ adcode }) => adcode === city) ?? largest[0] ?? null;
  }, [industry, core, city]);
  const pairs = industry === null ? [] : industryPairsOf(industry.matrix);
  const left = industry === null ? null : leftOut(industry.matrix.coverage);
  const remark = [t('industry.basis'), left].filter((note) => note !== null).join(' · ');
  const pairTable = (key: 'complementary' | 'duplicated', listed: typeof pairs) =>
    figureTable(
      `${titled(t(`industry.${key}`))}, ${INDUSTRY_YEAR}`,
      [`${t('industry.a')} – ${t('industry.b')}`, t('industry.krugman'), t('industry.similarity')],
      listed.map(({ a, b, krugman, similarity }) => [
        `${nameOf(a)} – ${nameOf(b)}`,
        formatNumber(krugman, language, 3),
        formatNumber(similarity, language, 3),
      ]),
      remark,
    );
  useTold(
    industry === null || quotients === null
      ? null
      : {
          charts: [
            quotientBars(
              quotients,
              industry.table.sections.map((section) => pickName(section, language)),
              {
                title: `${nameOf(quotients.adcode)} · ${t('industry.quotients')}, ${INDUSTRY_YEAR}`,
                quotient: t('industry.quotients'),
                remark: `${t('industry.quotientNote')} · ${t('industry.basis')}`,
              },
            ),
          ],
          tables: [
            pairTable('complementary', pairs.slice(0, LISTED / 2)),
            pairTable('duplicated', pairs.slice(-LISTED / 2).toReversed()),
          ],
        },
  );
  return null;
}

function ShownPlans({ study }: Shown) {
  const { t, language, titled } = useWords(study);
  const context = useArtefact('context');
  const events = (context?.institutions ?? [])
    .filter(({ agglomeration }) => agglomeration === study.region.id)
    .toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
  useTold({
    charts: [],
    tables: [
      ...(events.length === 0
        ? []
        : [
            {
              title: titled(t('plans.timeline')),
              columns: [
                { title: t('industry.year'), isNumber: false },
                { title: t('shown.event'), isNumber: false },
              ],
              rows: events.map(({ year, titleZh }) => [String(year ?? t('plans.undated')), titleZh]),
              remark: '',
            },
          ]),
      figureTable(
        titled(t('plans.variants')),
        ['', t('plans.membersCount'), t('movement.area'), t('plans.population')],
        study.region.variants.map(({ label, labelZh, statisticalMembers, areaKm2, population2020 }) => [
          language === 'en' ? label : labelZh,
          formatNumber(statisticalMembers.length, language),
          formatNumber(areaKm2, language),
          formatCompact(population2020, language),
        ]),
        t('yardsticks.ours'),
      ),
    ],
  });
  return null;
}

/** What each page says; ties are told by the map that draws them ({@link ShownTies}): their times take seconds. */
export const SHOWN_PAGES = {
  cities: ShownCities,
  hierarchy: ShownHierarchy,
  movement: ShownMovement,
  ties: null,
  industry: ShownIndustry,
  plans: ShownPlans,
} as const satisfies Readonly<Record<StructurePage, unknown>>;
