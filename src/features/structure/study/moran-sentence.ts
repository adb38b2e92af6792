import type { TFunction } from 'i18next';
import { CLUSTER_SEED } from '#core/structure/cluster-question.ts';
import type { GlobalMoran } from '#core/structure/moran.ts';
import { formatNumber, type NumberLanguage } from '#ui/format/number-format.ts';

/** The global index in a sentence: I, what chance would give, p by how many permutations of which seed, over how many units. */
export function moranSentence(
  t: TFunction<['structure']>,
  global: GlobalMoran,
  language: NumberLanguage,
): string {
  return global.index === null
    ? t('moran.undefined')
    : t('moran.global', {
        index: formatNumber(global.index, language, 3),
        expected: formatNumber(global.expected, language, 4),
        p: formatNumber(global.pValue, language, 3),
        permutations: global.permutations,
        used: global.coverage.used.length,
        seed: CLUSTER_SEED,
      });
}
