import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import type { MeasureView } from './measure-view.ts';
import type { IntegrationWords, MeasureWords } from './measure-words.ts';
import { indicatorsIn, nodeOf } from './score-nodes.ts';

/** Two scores of which a difference may be shown. */
interface ComparedScores {
  readonly result: ScoreResult;
  readonly source: { readonly table: Pick<ScoringTable, 'definitions'> };
  /** What a scenario's side is held against; `null` for the present. */
  readonly under: { readonly present: ScoreResult } | null;
}

/** Says that the two scores of a difference rest on different indicators; `null` where they don't, or none is shown. */
export function otherSetsOf(
  { shown, level, year, scenario }: MeasureView,
  score: ComparedScores,
  words: Pick<MeasureWords, 'otherSets' | 'nodeName'>,
  t: IntegrationWords,
): string | null {
  const { result, under, source } = score;
  if (level !== 'agglomeration' || shown.kind === 'index') return null;
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
  if (under === null) return null;
  return words.otherSets(
    'sides',
    [
      { label: t('scenarioSide.before'), used: indicatorsIn(under.present, year, node) },
      { label: t('scenarioSide.after'), used: indicatorsIn(result, year, node) },
    ],
    (id) => words.nodeName(id, source.table.definitions),
  );
}
