import { formatCutOff } from '#ui/format/cut-off.ts';
import { useTranslation } from 'react-i18next';
import { ASSUMPTION_WORDS } from '#core/uncertainty/assumption-words.ts';
import type { ScenarioChange, ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import {
  changeRangeCells,
  type ChangeRangeRow,
  changeRangeRows,
  changeRangeShares,
} from './change-range-rows.ts';
import classes from './scenarios.module.css';

/** People gained less people lost; `null` where either is unknown. */
function netPeople({ gained, lost }: ScenarioChange): number | null {
  return gained.population === null || lost.population === null ? null : gained.population - lost.population;
}

/** The change as chosen and in nine draws of ten, and which assumption moves it. */
export function ChangeRangeFigures({ answer }: { readonly answer: ScenarioUncertainty }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const { declared, minutes, effects } = answer;
  const people = (value: number | null) => formatCompact(value, language);
  const rows = changeRangeRows(answer);
  const net = netPeople(declared);
  const moved = effects.map(({ range, low, high }) => ({
    id: range.id,
    low: netPeople(low),
    high: netPeople(high),
  }));
  const isMoving = ({ low, high }: (typeof moved)[number]) =>
    [low, high].some((value) => value !== null && net !== null && Math.abs(value - net) >= 0.5);
  const nameOf = (id: keyof typeof ASSUMPTION_WORDS) => pickName(ASSUMPTION_WORDS[id], language);
  const still = moved.filter((effect) => !isMoving(effect));
  const signed = (value: number | null) =>
    value === null || Math.abs(value) < 0.5
      ? people(value)
      : `${value < 0 ? '−' : '+'}${people(Math.abs(value))}`;
  return (
    <div data-testid="change-range">
      <TableTools
        title={t('changeRange.title')}
        fileName={`change-ranges-${minutes}-min`}
        wordOf={(column, code) =>
          column === 'quantity' ? t(`changeRange.${code as ChangeRangeRow['id']}`) : undefined
        }
        rows={() => [
          ['quantity', 'chosen', 'least', 'value_p5', 'value_median', 'value_p95', 'most'],
          ...rows.map(({ id, chosen, spread }) => [
            id,
            chosen,
            spread?.least ?? null,
            spread?.p5 ?? null,
            spread?.median ?? null,
            spread?.p95 ?? null,
            spread?.most ?? null,
          ]),
        ]}
        origins={() => originsOf(['rail-timetable', 'county-raster'])}
        origin={tableOrigin}
        isAbove
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('changeRange.head', { minutes: formatCutOff(minutes, language) })}</th>
            <th scope="col">{t('changeRange.declared')}</th>
            <th scope="col">{t('changeRange.ninety')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [name, chosen, ninety] = changeRangeCells(row, t, language);
            return (
              <tr key={row.id}>
                <th scope="row">{name}</th>
                <td>{chosen}</td>
                <td data-testid={`range-${row.id}`}>{ninety}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.hint}>{changeRangeShares(answer, t, language)}</p>
      {still.length < moved.length && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('changeRange.assumption')}</th>
              <th scope="col">{t('changeRange.low')}</th>
              <th scope="col">{t('changeRange.high')}</th>
            </tr>
          </thead>
          <tbody>
            {moved
              .filter(isMoving)
              .toSorted(
                (a, b) => Math.abs((b.high ?? 0) - (b.low ?? 0)) - Math.abs((a.high ?? 0) - (a.low ?? 0)),
              )
              .map(({ id, low, high }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(id)}</th>
                  <td>{signed(low)}</td>
                  <td>{signed(high)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {still.length > 0 && (
        <p className={classes.hint}>
          {t('changeRange.same', {
            names: listed(
              still.map(({ id }) => nameOf(id)),
              language,
            ),
          })}
        </p>
      )}
      <p className={classes.hint}>
        {t('changeRange.how', { draws: formatNumber(answer.draws, language), seed: String(answer.seed) })}
      </p>
    </div>
  );
}
