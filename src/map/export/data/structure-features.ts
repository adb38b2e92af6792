import type { Feature } from 'geojson';
import type { MapModel } from '../../layers/map-model.ts';
import { regionGeometry } from '../../layers/region-layers.ts';

/** The marks of the structure workspace by kind. */
export interface StructureFeatures {
  readonly symbols: readonly Feature[];
  readonly lines: readonly Feature[];
  readonly centres: readonly Feature[];
  readonly variants: readonly Feature[];
  readonly yardsticks: readonly Feature[];
}

const none: StructureFeatures = { symbols: [], lines: [], centres: [], variants: [], yardsticks: [] };

/** Circles of cities, ellipses and other lines, mean centres, other delimitations, outlines from abroad. */
export function structureFeatures({ structure = null, topologies, places }: MapModel): StructureFeatures {
  if (structure === null) return none;
  const names = new Map(places.map(({ adcode, nameZh, nameEn }) => [adcode, { nameZh, nameEn }]));
  return {
    symbols: structure.symbols.map(({ adcode, at, value, tone }): Feature => ({
      type: 'Feature',
      id: adcode,
      properties: {
        id: adcode,
        nameZh: names.get(adcode)?.nameZh ?? null,
        nameEn: names.get(adcode)?.nameEn ?? null,
        measure: structure.symbolTitle,
        value,
        // Circles of size alone are of one kind, which has no word.
        ...(structure.toneLabels[tone] !== undefined && { tone: structure.toneLabels[tone] }),
      },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
    lines: structure.lines.map(({ id, path, role }): Feature => ({
      type: 'Feature',
      id,
      properties: { id, role, label: structure.lineLabels[role] ?? role },
      geometry: { type: 'LineString', coordinates: path.map((at) => [...at]) },
    })),
    centres: structure.centres.map(({ at, role }): Feature => ({
      type: 'Feature',
      properties: { role },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
    variants: structure.outlines.flatMap((outline): Feature[] => {
      const geometry = regionGeometry(topologies, outline);
      const { variantKey: id, kind, label } = outline;
      return geometry === null ? [] : [{ type: 'Feature', id, properties: { id, kind, label }, geometry }];
    }),
    yardsticks: structure.yardsticks.map(({ id, label, outline }): Feature => ({
      type: 'Feature',
      id,
      properties: { id, label, moved: true },
      geometry: outline,
    })),
  };
}
