import type { Feature } from 'geojson';
import type { ChoroplethDrawing, MapModel } from '../../layers/map-model.ts';
import { regionGeometry } from '../../layers/region-layers.ts';
import { findArea } from '#core/geography/topology-features.ts';

type Properties = Readonly<Record<string, number | string | null>>;

function edgeOf(limits: readonly number[], index: number | null, edge: 0 | 1): number | null {
  return index === null ? null : (limits[index + edge] ?? null);
}

/** A kind's name; in the key the number of its units stands behind. */
function withoutCount(label: string | undefined): string | null {
  return label?.replace(/ \(\d+\)$/, '') ?? null;
}

/** Class and limits; of kinds their names; of a map of two measures the value and limits of both. */
function classProperties(drawing: ChoroplethDrawing, id: string, index: number | null): Properties {
  const { limits, labels, cross = null } = drawing;
  if (labels !== undefined) return { kind: index === null ? null : withoutCount(labels[index]) };
  if (cross === null)
    return {
      class: index === null ? null : index + 1,
      classFrom: edgeOf(limits, index, 0),
      classTo: edgeOf(limits, index, 1),
    };
  const column = index === null ? null : index % cross.columns;
  const row = index === null ? null : Math.floor(index / cross.columns);
  return {
    class: index === null ? null : index + 1,
    classFrom: edgeOf(limits, column, 0),
    classTo: edgeOf(limits, column, 1),
    secondMeasure: cross.rowName,
    secondValue: cross.values?.get(id) ?? null,
    secondFrom: edgeOf(cross.limits, row, 0),
    secondTo: edgeOf(cross.limits, row, 1),
  };
}

/** The coloured units with value and class; units without data have neither. */
export function choroplethFeatures({
  choropleth,
  visible,
  topologies,
  regions,
  places,
}: MapModel): readonly Feature[] {
  if (choropleth === null || !visible.choropleth) return [];
  const { level, values, cross = null } = choropleth;
  const objects = { prefecture: 'prefectures', county: 'counties' } as const;
  const names = new Map(places.map(({ adcode, nameZh, nameEn }) => [adcode, { nameZh, nameEn }]));
  return [...choropleth.classes].flatMap(([id, index]): Feature[] => {
    const region = regions.find(({ variantKey }) => variantKey === id);
    const geometry =
      level === 'prefecture' || level === 'county'
        ? findArea([topologies.county, topologies.national], objects[level], id)
        : regionGeometry(topologies, region ?? { kind: level, variantKey: id });
    if (geometry === null) return [];
    const { nameZh = null, nameEn = null } = region ?? names.get(id) ?? {};
    return [
      {
        type: 'Feature',
        id,
        properties: {
          id,
          nameZh,
          nameEn,
          measure: choropleth.title,
          ...(cross === null ? {} : { firstMeasure: cross.columnName }),
          ...(values === undefined ? {} : { value: values.get(id) ?? null }),
          // Two measures have a unit each, in their names.
          ...(cross === null ? { unit: choropleth.unit } : {}),
          provenance: choropleth.provenance,
          ...classProperties(choropleth, id, index),
        },
        geometry,
      },
    ];
  });
}
