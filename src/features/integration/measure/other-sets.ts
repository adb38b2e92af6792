import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { leavesWithFigures } from '#core/scoring/composite/explain-index.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import type { MeasureView } from './measure-view.ts';
import type { IntegrationWords, MeasureWords } from './measure-words.ts';
import { indicatorsIn, nodeOf } from './score-nodes.ts';

/** Two scores of which a difference may be shown. */
export interface ComparedScores {
  readonly result: ScoreResult;
  readonly source: { readonly table: Pick<ScoringTable, 'definitions'> };
  /** What a scenario's side is held against; `null` for the present. */
  readonly under: { readonly present: ScoreResult } | null;
}

/** Says that the two scores of a difference rest on different indicators; `null` where they don't, or none is shown. */
export function otherSetsOf(
  { shown, level, year, scenario }: MeasureView,
  score: ComparedScores,
  index: OwnIndex | null,
  words: Pick<MeasureWords, 'otherSets' | 'nodeName'>,
  t: IntegrationWords,
): string | null {
  const { result, under, source } = score;
  if (level !== 'agglomeration') return null;
  if (shown.kind === 'index')
    return index === null || scenario?.side !== 'difference'
      ? null
      : otherLeavesOfSides(score, { index, node: shown.id, variantKey: null }, year, words, t);
  const node = nodeOf(shown.kind === 'composite' ? 'composite' : shown.id);
  if (scenario?.side === 'difference' && under !== null) return otherSetsOfSides(score, node, year, words, t);
  if (shown.kind !== 'change') return null;
  return words.otherSets(
    'years',
    [shown.fromYear, year].map((one) => ({
      label: t('otherSets.ofYear', { year: one }),
      used: indicatorsIn(result, one, node),
    })),
    (id) => words.nodeName(id, source.table.definitions),
  );
}

/** The same of a scenario's side and the present, for one part of the score. */
export function otherSetsOfSides(
  { result, under, source }: ComparedScores,
  node: ScoreNode,
  year: number,
  words: Pick<MeasureWords, 'otherSets' | 'nodeName'>,
  t: IntegrationWords,
): string | null {
  return onSides({ result, under, source }, (one) => indicatorsIn(one, year, node), words, t);
}

/** A part of an own index, for one region or for all that are compared. */
export interface IndexPartOf {
  readonly index: OwnIndex;
  readonly node: string;
  readonly variantKey: string | null;
}

/** The same of a part of an own index: leaves that have figures on one side alone. */
export function otherLeavesOfSides(
  score: ComparedScores,
  { index, node, variantKey }: IndexPartOf,
  year: number,
  words: Pick<MeasureWords, 'otherSets' | 'nodeName'>,
  t: IntegrationWords,
): string | null {
  return onSides(score, (one) => leavesWithFigures(one, index, year, node, variantKey), words, t);
}

function onSides(
  { result, under, source }: ComparedScores,
  used: (side: ScoreResult) => readonly string[] | null,
  words: Pick<MeasureWords, 'otherSets' | 'nodeName'>,
  t: IntegrationWords,
): string | null {
  if (under === null) return null;
  return words.otherSets(
    'sides',
    [
      { label: t('scenarioSide.before'), used: used(under.present) },
      { label: t('scenarioSide.after'), used: used(result) },
    ],
    (id) => words.nodeName(id, source.table.definitions),
  );
}
