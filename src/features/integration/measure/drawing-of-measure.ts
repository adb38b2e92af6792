import { classOf } from '#core/classify/classify.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { CrossedMeasures } from './cross-measures.ts';
import type { ColouredMeasure } from './use-measure.ts';

/** Words that a drawing carries. */
interface DrawingWords {
  readonly title: string;
  readonly unit: string;
  readonly note: string;
}

/** What the map draws for one measure. */
export function drawingOfMeasure(
  { view, classification, colours, paperColours = colours }: ColouredMeasure,
  words: DrawingWords,
): ChoroplethDrawing {
  return {
    ...words,
    level: view.level,
    classes: new Map([...view.values].map(([id, value]) => [id, classOf(classification, value)])),
    values: view.values,
    colours,
    paperColours,
    limits: classification.bounds,
    provenance: view.provenance,
    decimals: view.decimals,
    isSigned: view.isDiverging,
  };
}

/** What the map draws for two measures crossed; `names` for the axes of its key. */
export function drawingOfCross(
  { first, second, columns, rows, classes, colours, paperColours }: CrossedMeasures,
  words: Omit<DrawingWords, 'unit'>,
  names: { readonly column: string; readonly row: string; readonly secondUnit: string },
): ChoroplethDrawing {
  const isModelled = first.provenance === 'modelled' || second.provenance === 'modelled';
  return {
    ...words,
    unit: '',
    level: first.level,
    classes,
    values: first.values,
    colours,
    paperColours,
    limits: columns.bounds,
    provenance: isModelled
      ? 'modelled'
      : first.provenance === second.provenance
        ? first.provenance
        : 'derived',
    decimals: first.decimals,
    isSigned: first.isDiverging,
    cross: {
      columnName: names.column,
      rowName: names.row,
      columns: columns.counts.length,
      rows: rows.counts.length,
      limits: rows.bounds,
      values: second.values,
      unit: names.secondUnit,
      decimals: second.decimals,
      isSigned: second.isDiverging,
    },
  };
}
