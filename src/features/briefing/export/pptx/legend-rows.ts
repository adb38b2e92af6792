import type { MapLanguage } from '#map/layers/map-model.ts';
import type { LegendMatrix, LegendSpec } from '#map/legend/legend-spec.ts';
import { legendWords, titleWithUnit } from '#map/legend/legend-words.ts';
import { say, type LegendRow, type Words } from './deck.ts';

/** The keys of the map as rows of a slide, in the map's language. */
export function legendRows(specs: readonly LegendSpec[], language: MapLanguage): readonly LegendRow[] {
  const words = (text: string): Words => say({ language, text }, null);
  return specs.flatMap((spec): LegendRow[] => {
    const remarks = [
      spec.provenance === null ? null : legendWords(language).provenance[spec.provenance],
      spec.note,
    ].filter((remark) => remark !== null && remark !== '');
    return [
      {
        kind: 'heading',
        words: words(titleWithUnit(spec, language)),
      },
      ...(spec.scale === null
        ? []
        : [
            {
              kind: 'ramp',
              colours: spec.scale.colours,
              ticks: spec.scale.ticks.map(({ at, label }) => ({ at, words: words(label) })),
            } as const,
          ]),
      ...(spec.matrix
        ? [
            {
              kind: 'matrix',
              rows: spec.matrix.rows,
              words: words(matrixWords(spec.matrix, language)),
            } as const,
          ]
        : []),
      ...spec.items.map(({ swatch, label }) => ({ kind: 'sample', swatch, words: words(label) }) as const),
      ...(remarks.length === 0
        ? []
        : [{ kind: 'remark', words: words(remarks.join(language === 'zh' ? '；' : '. ')) } as const]),
    ];
  });
}

/** What the two sides of a square of colours are, with the limits between their classes. */
function matrixWords(
  { columnTitle, rowTitle, columnLimits, rowLimits }: LegendMatrix,
  language: MapLanguage,
): string {
  const { inBrackets } = legendWords(language);
  return `→ ${inBrackets(columnTitle, columnLimits.join(' | '))}  ↑ ${inBrackets(rowTitle, rowLimits.join(' | '))}`;
}
