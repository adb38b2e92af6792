import type { Feature } from 'geojson';
import type { MapModel } from '../../layers/map-model.ts';

/** What a data file says of a boundary of one's own besides its name: its file, and what it holds. */
export type ShapeProperties = Readonly<Record<string, string | number | null>>;

/** The boundaries that are drawn, each with what is told of it by its id. */
export function ownShapeFeatures(
  { ownShapes }: Pick<MapModel, 'ownShapes'>,
  told: ReadonlyMap<string, ShapeProperties>,
): readonly Feature[] {
  return (ownShapes?.files ?? []).flatMap(({ label, shapes }) =>
    shapes.map(({ id, name, area }): Feature => ({
      type: 'Feature',
      id,
      properties: { id, name, ...(told.get(id) ?? { file: label }) },
      geometry: area,
    })),
  );
}
