import type { ScoreResult } from '#core/scoring/score.ts';
import type { MeasureView } from './measure-view.ts';
import type { IntegrationWords, MeasureWords } from './measure-words.ts';
import { indicatorsIn, nodeOf } from './score-nodes.ts';

/** Two scores of which a difference may be shown. */
interface ComparedScores {
  readonly result: ScoreResult;
  /** What a scenario's side is held against; `null` for the present. */
  readonly under: { readonly present: ScoreResult } | null;
}

/** Says that the two scores of a difference rest on different indicators; `null` where they don't, or none is shown. */
export function otherSetsOf(
  { shown, level, year, scenario }: MeasureView,
  { result, under }: ComparedScores,
  words: Pick<MeasureWords, 'otherSets'>,
  t: IntegrationWords,
): string | null {
  if (level !== 'agglomeration' || shown.kind === 'index') return null;
  const node = nodeOf(shown.kind === 'composite' ? 'composite' : shown.id);
  if (scenario?.side === 'difference' && under !== null)
    return words.otherSets('sides', [
      { label: t('scenarioSide.before'), used: indicatorsIn(under.present, year, node) },
      { label: t('scenarioSide.after'), used: indicatorsIn(result, year, node) },
    ]);
  if (shown.kind !== 'change') return null;
  return words.otherSets(
    'years',
    [shown.fromYear, year].map((one) => ({
      label: t('otherSets.ofYear', { year: one }),
      used: indicatorsIn(result, one, node),
    })),
  );
}
