import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { PopulationChange, UnitChange } from '#core/structure/population-change.ts';
import { useDataState } from '#state/atlas-data.ts';
import {
  formatCompact,
  formatNumber,
  formatShare,
  formatSigned,
  formatSignedPercent,
} from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { GrowthChart } from '../charts/growth-chart.tsx';
import { useStructureView } from '../structure-view.ts';
import { SECTIONS } from '../sections.ts';
import classes from '../structure.module.css';
import type { StructureBase } from '../study/use-structure-frame.ts';
import { CityButton } from '../pages/city-button.tsx';
import { MapMeasureChoice } from './map-measure-choice.tsx';
import { PEOPLE_DATA, usePeople } from './use-people.ts';

/** Units listed at each end. */
const LISTED = 8;
/** Beyond it a chart of all units is too long. */
const CHARTED = 40;

/** Growth and shrinkage 2010 → 2020 of prefectures or counties, in words, tables and as a colour of the map. */
export function PeopleBlock({
  base,
  prefectures,
  counties,
  fileName,
}: {
  readonly base: StructureBase;
  /** `null` = all. */
  readonly prefectures: readonly Adcode[] | null;
  readonly counties: readonly Adcode[] | null;
  readonly fileName: string;
}) {
  const { t } = useTranslation(['structure']);
  const { level } = useStructureView();
  const state = usePeople(base, level, prefectures, counties);
  const data = useDataState(PEOPLE_DATA);
  const isReady = state.kind === 'ready';
  const hasChart = isReady && level === 'prefecture' && state.change.units.length <= CHARTED;
  return (
    <FigureBlock
      title={t('growth.title')}
      note={t(level === 'county' ? 'growth.basisCounty' : 'growth.basis')}
      fileName={`${fileName}-growth-2010-2020-${level}`}
      hasDrawing={hasChart}
      hasTable
      data={['indicators', 'indicators-county']}
      anchor={prefectures === null ? SECTIONS.growth : undefined}
      rows={() => [
        [
          'adcode',
          'name',
          'persons_2010_on_2020_boundary',
          'persons_2020',
          'change',
          'change_percent',
          'left_out',
        ],
        ...(isReady ? rowsOf(state.change, state.nameOf) : []),
      ]}
    >
      <MapMeasureChoice />
      {!isReady && <DataNotice waiting={t('computing')} data={data} />}
      {isReady && (
        <>
          <Summary change={state.change} nameOf={state.nameOf} />
          {hasChart ? (
            <GrowthChart units={state.change.units} nameOf={state.nameOf} label={t('growth.title')} />
          ) : (
            <Extremes change={state.change} nameOf={state.nameOf} />
          )}
          <MethodLink page="method-structure" section={3} />
        </>
      )}
    </FigureBlock>
  );
}

function rowsOf(change: PopulationChange, nameOf: (adcode: Adcode) => string) {
  return [
    ...change.units.map((unit) => [
      unit.adcode,
      nameOf(unit.adcode),
      unit.before,
      unit.after,
      unit.change,
      unit.changePercent,
      null,
    ]),
    ...change.coverage.excluded.map(({ adcode, reason }) => [
      adcode,
      nameOf(adcode),
      null,
      null,
      null,
      null,
      reason,
    ]),
  ];
}

function Summary({
  change,
  nameOf,
}: {
  readonly change: PopulationChange;
  readonly nameOf: (adcode: Adcode) => string;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const { persons, personsLeftOut, coverage, largestGainShare, units } = change;
  const largest = units[0];
  const lines = [
    ['growing', change.growing, persons.growing],
    ['stable', change.stable, persons.stable],
    ['shrinking', change.shrinking, persons.shrinking],
    ['missing', coverage.excluded.length, personsLeftOut],
  ] as const;
  return (
    <>
      <p className={classes.note} style={{ color: 'inherit' }}>
        {t('growth.total', {
          change: `${change.change > 0 ? '+' : ''}${formatCompact(change.change, language)}`,
          percent: formatSignedPercent(change.changePercent, language),
        })}
        {largestGainShare !== null && largest !== undefined && units.length <= CHARTED && (
          <>
            <br />
            {t('growth.concentration', {
              share: formatShare(largestGainShare, language, 0),
              city: nameOf(largest.adcode),
            })}
          </>
        )}
      </p>
      <table className={classes.table} data-testid="growth">
        <thead>
          <tr>
            <th>{t('growth.direction')}</th>
            <th>{t('growth.units')}</th>
            <th>{t('growth.persons')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([key, count, people]) => (
            <tr key={key}>
              <td>{t(`growth.${key}`)}</td>
              <td>{formatNumber(count, language)}</td>
              <td>{count === 0 ? '—' : formatCompact(people, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The largest gains and losses. */
function Extremes({
  change,
  nameOf,
}: {
  readonly change: PopulationChange;
  readonly nameOf: (adcode: Adcode) => string;
}) {
  const { t } = useTranslation(['structure']);
  const gains = change.units.filter((unit) => unit.change > 0).slice(0, LISTED);
  const losses = change.units
    .filter((unit) => unit.change < 0)
    .slice(-LISTED)
    .reverse();
  return (
    <>
      <Ranked title={t('growth.gains')} units={gains} nameOf={nameOf} />
      <Ranked title={t('growth.losses')} units={losses} nameOf={nameOf} />
    </>
  );
}

function Ranked({
  title,
  units,
  nameOf,
}: {
  readonly title: string;
  readonly units: readonly UnitChange[];
  readonly nameOf: (adcode: Adcode) => string;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  if (units.length === 0) return null;
  return (
    <table className={classes.table} style={{ marginTop: 12 }}>
      <thead>
        <tr>
          <th>{title}</th>
          <th>{t('growth.after')}</th>
          <th>{t('growth.change')}</th>
          <th>%</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ adcode, after, change, changePercent }) => (
          <tr key={adcode}>
            <td className={classes.words}>
              <CityButton adcode={adcode} name={nameOf(adcode)} />
            </td>
            <td>{formatCompact(after, language)}</td>
            <td>
              {change > 0 ? '+' : ''}
              {formatCompact(change, language)}
            </td>
            <td>{formatSigned(changePercent, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
