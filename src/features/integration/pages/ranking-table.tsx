import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setHovered, useHovered } from '#state/hovered.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { useProject } from '#state/store.ts';
import { formatNumber, formatShare, formatSigned } from '#ui/format/number-format.ts';
import { compareNames } from '#ui/i18n/name-order.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { TableButtons } from '../charts/export-buttons.tsx';
import { RankingDrawing } from '../charts/ranking-drawing.tsx';
import classes from '../integration.module.css';
import { otherSetsOf } from '../measure/other-sets.ts';
import { idOfNode } from '../measure/score-nodes.ts';
import { useColouredMeasure, useCrossedMeasures } from '../measure/use-measure.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ShownScore } from '../measure/use-shown-score.ts';
import { rankedNode } from './ranked-node.ts';
import { barPlace } from '../charts/bar-place.ts';
import { RankMove } from './rank-move.tsx';
import { placesIn, rankedRows, type RankedRow } from './ranked-rows.ts';

type Column = 'rank' | 'name' | 'score' | 'coverage';

/** Decimals of scores. */
const DECIMALS = 2;

/** Width of the longest bar, pixels. */
const BAR_PIXELS = 64;

/** The compared agglomerations with rank, score and coverage; rows and map light each other up. */
export function RankingTable({ score }: { readonly score: ShownScore }) {
  const { result, source, under } = score;
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const shown = useProject(({ integration }) => integration.shown);
  const index = useProject(({ ownIndex }) => ownIndex);
  const year = useProject(({ integration }) => integration.year);
  const selection = useProject(({ view }) => view.selection);
  const pointed = useHovered('map');
  const measure = useColouredMeasure();
  const crossed = useCrossedMeasures();
  const [sort, setSort] = useState<{ readonly column: Column; readonly isDown: boolean }>({
    column: 'rank',
    isDown: false,
  });
  const node = rankedNode(shown);
  const isChange = measure?.view.level === 'agglomeration' && measure.view.isDiverging;
  const rows = rankedRows(result, source.regions, year, node, { measure, crossed, index }, language);
  const key: Record<Column, (row: RankedRow) => number | string> = {
    rank: ({ rank }) => rank ?? Number.POSITIVE_INFINITY,
    name: ({ name }) => name,
    score: ({ value }) => value ?? Number.NEGATIVE_INFINITY,
    coverage: ({ used, possible }) => (possible === 0 ? -1 : used / possible),
  };
  const byName = compareNames(language);
  const sorted = rows.toSorted((a, b) => {
    const [x, y] = [key[sort.column](a), key[sort.column](b)];
    const order =
      typeof x === 'string' || typeof y === 'string'
        ? byName(String(x), String(y))
        : x === y
          ? 0
          : x < y
            ? -1
            : 1;
    return sort.isDown ? -order : order;
  });
  const placesBefore =
    under === null || isChange
      ? null
      : placesIn(under.present, node, year, shown.kind === 'index' ? index : null);
  const otherSets = measure === null ? null : otherSetsOf(measure.view, score, index, words, t);
  const greatest = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)), 0);
  const head = (column: Column, label: string, title?: string) => (
    <th
      className={column === 'name' ? undefined : classes.number}
      aria-sort={sort.column === column ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        aria-pressed={sort.column === column}
        title={title ?? t('sortBy', { column: label })}
        onClick={() =>
          setSort({
            column,
            isDown: sort.column === column ? !sort.isDown : column === 'score' || column === 'coverage',
          })
        }
      >
        {label}
      </button>
    </th>
  );
  const name = words.nodeName(idOfNode(node), source.table.definitions);
  const title =
    measure?.view.level === 'agglomeration' && (isChange || measure.view.scenario !== undefined)
      ? words.title(measure.view, source.table.definitions)
      : t('rankingOf', { name, year });
  const scoreIn = ({ value }: RankedRow): string =>
    isChange ? formatSigned(value, language, measure.view.decimals) : formatNumber(value, language, DECIMALS);
  const hasLosses = rows.some(({ value }) => value !== null && value < 0);
  const widestScore = Math.max(0, ...rows.map((row) => scoreIn(row).length));
  const coverageIn = ({ used, possible }: RankedRow): string =>
    possible === 0 ? '—' : formatShare(used / possible, language, 0);
  return (
    <PanelSection
      title={title}
      aside={
        <TableButtons
          title={title}
          wordOf={(column, code) => (column === 'head' && code === 'score' ? t('score') : undefined)}
          renderDrawing={() => (
            <RankingDrawing
              label={title}
              heads={{ rank: t('rank'), name: t('region'), value: t('score'), coverage: t('coverage') }}
              rows={sorted.map((row) => ({
                id: row.id,
                rank: String(row.rank ?? '—'),
                name: row.name,
                value: scoreIn(row),
                coverage: coverageIn(row),
                length: greatest === 0 ? 0 : (row.value ?? 0) / greatest,
                colour: row.colour ?? 'var(--atlas-muted)',
              }))}
            />
          )}
          name={`ranking-${idOfNode(node)}-${year}`}
          rows={[
            ['rank', 'id', 'name', isChange ? 'change' : 'score', 'values_used', 'values_possible'],
            ...sorted.map((row) => [row.rank, row.id, row.name, row.value, row.used, row.possible]),
          ]}
        />
      }
    >
      {otherSets !== null && (
        <p className={classes.hint} role="note">
          {otherSets}
        </p>
      )}
      <table className={classes.table} data-testid="ranking" onMouseLeave={() => setHovered('panel', null)}>
        <thead>
          <tr>
            {head('rank', t('rank'))}
            {head('name', t('region'))}
            {head('score', t('score'))}
            {head('coverage', t('coverage'), t('coverageTitle'))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr
              key={row.id}
              data-choosable
              data-lit={pointed?.kind === 'region' && pointed.regionId === row.id ? true : undefined}
              aria-selected={selection.kind === 'region' && selection.regionId === row.id}
              onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: row.id })}
              onClick={() => selectAndTravel({ kind: 'region', regionId: row.id })}
            >
              <td className={classes.number}>
                {placesBefore !== null && <RankMove from={placesBefore.get(row.id) ?? null} to={row.rank} />}
                {row.rank ?? '—'}
              </td>
              <td>
                <button
                  type="button"
                  className={classes.link}
                  onFocus={() => setHovered('panel', { kind: 'region', regionId: row.id })}
                  onBlur={() => setHovered('panel', null)}
                >
                  {row.name}
                </button>
              </td>
              <td className={classes.number}>
                {row.value !== null && greatest > 0 && (
                  <span className={classes.track} style={{ width: BAR_PIXELS }}>
                    <span
                      className={classes.bar}
                      style={{
                        ...barPlace(row.value / greatest, hasLosses),
                        background: row.colour ?? 'var(--atlas-muted)',
                      }}
                    />
                  </span>
                )}
                <span className={classes.score} style={{ minWidth: `${widestScore}ch` }}>
                  {scoreIn(row)}
                </span>
              </td>
              <td
                className={`${classes.number} ${classes.muted}`}
                title={t('coverageOf', { used: row.used, all: row.possible })}
              >
                {coverageIn(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}
