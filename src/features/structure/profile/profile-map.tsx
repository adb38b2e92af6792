import { geoMercator } from 'd3-geo';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwnRegion } from '#core/geography/own-region.ts';
import { areaCollection } from '#core/geography/topology-features.ts';
import { symbolRadius } from '#map/layers/structure-drawing.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useCityName } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { nameWidth, placeNames } from '../charts/place-names.ts';
import classes from './profile.module.css';

const WIDTH = 420;
const HEIGHT = 330;
const EDGE = 14;
/** Cities named on the small map, the largest first. */
const NAMED = 8;
/** Size of the names. */
const FONT = 11;
/** Circles are half as large as on the big map. */
const SYMBOL_SCALE = 0.6;

/** The region's outline over the prefectures around it, with its urban cores as circles: a drawing that prints sharp. */
export function ProfileMap({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const nameOf = useCityName(study.units);
  const national = useArtefact('admin-national');
  const { variant, region, frame, structure } = study;
  // The outline of one's own region with single counties is in the finer map only.
  const county = useArtefact('admin-county', isOwnRegion(region.id) && variant.partCounties.length > 0);
  const drawn = useMemo(() => {
    if (national === null) return null;
    const outlines = region.kind === 'metro' ? 'metros' : 'agglomerations';
    const own =
      byId(areaCollection(national, outlines), variant.key) ??
      (county === null ? undefined : byId(areaCollection(county, outlines), variant.key));
    if (own === undefined) return null;
    const projection = geoMercator().fitExtent(
      [
        [EDGE, EDGE],
        [WIDTH - EDGE, HEIGHT - EDGE],
      ],
      { type: 'MultiPoint', coordinates: ringsOf(own).flat() },
    );
    return {
      project: projection,
      outline: pathOf(own, projection),
      prefectures: areaCollection(national, 'prefectures')
        .features.map((feature) => pathOf(feature, projection))
        .filter((d) => d !== ''),
    };
  }, [national, county, region.kind, variant.key]);
  if (drawn === null) return null;
  const { points } = structure.rankSize;
  const largest = points[0]?.size ?? 1;
  const circles = points.flatMap(({ adcode, size, rank }) => {
    const at = frame.positions.get(adcode);
    const spot = at === undefined ? null : drawn.project([at[0], at[1]]);
    if (spot === null) return [];
    const width = nameWidth(nameOf(adcode), FONT);
    return [
      { id: adcode, x: spot[0], y: spot[1], radius: SYMBOL_SCALE * symbolRadius(size, largest), width, rank },
    ];
  });
  const names = placeNames(
    circles.filter(({ rank }) => rank <= NAMED),
    circles.filter(({ rank }) => rank > NAMED),
    { width: WIDTH, height: HEIGHT },
  );
  return (
    <svg className={classes.map} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('sheet.keyMap')}>
      <g fill="none" stroke="var(--sheet-hairline)" strokeWidth={0.6}>
        {drawn.prefectures.map((d, index) => (
          <path key={index} d={d} />
        ))}
      </g>
      <path
        d={drawn.outline}
        fill={`var(--atlas-${region.maturity ?? 'muted'})`}
        fillOpacity={0.1}
        stroke={`var(--atlas-${region.maturity ?? 'muted'})`}
        strokeWidth={1.6}
      />
      {circles.map(({ id, x, y, radius }) => (
        <circle
          key={id}
          cx={x}
          cy={y}
          r={radius}
          fill="currentColor"
          fillOpacity={0.25}
          stroke="currentColor"
          strokeWidth={0.8}
        />
      ))}
      {names.map(({ id, x, y }) => (
        <text key={id} x={x} y={y} fontSize={FONT} className={classes.mapName}>
          {nameOf(id)}
        </text>
      ))}
    </svg>
  );
}

function byId(collection: FeatureCollection, id: string): Feature | undefined {
  return collection.features.find((feature) => (feature.properties?.['id'] ?? feature.id) === id);
}

/** Where a vertex goes that has no place in the projection: outside the picture. */
const OFF: readonly [number, number] = [-1, -1];

type Project = (at: [number, number]) => [number, number] | null;

function ringsOf({ geometry }: Feature): readonly Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** SVG path of a polygon, every vertex projected by itself: rings of either direction draw alike. */
function pathOf(feature: Feature, project: Project): string {
  const rings = ringsOf(feature).map((ring) =>
    ring.map(([lng = 0, lat = 0]): readonly [number, number] => project([lng, lat]) ?? OFF),
  );
  return rings
    .filter((ring) => ring.some(([x, y]) => x > 0 && x < WIDTH && y > 0 && y < HEIGHT))
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}
