import type { TFunction } from 'i18next';
import type { ClusterClass } from '#core/structure/local-moran.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { ClusterMap } from '../study/cluster-map.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';

/** Classes as they stand in the legend, the last on top. */
const CLASSES: readonly ClusterClass[] = ['not-significant', 'low-high', 'high-low', 'low-low', 'high-high'];

/** Warm for high, cool for low, pale where neighbours differ; told apart without red and green. */
const COLOURS: Readonly<Record<'light' | 'dark', Readonly<Record<ClusterClass, string>>>> = {
  light: {
    'high-high': '#B2182B',
    'low-low': '#2166AC',
    'high-low': '#F4A582',
    'low-high': '#92C5DE',
    'not-significant': '#F8F4EA',
  },
  dark: {
    'high-high': '#E5566A',
    'low-low': '#4C8FD6',
    'high-low': '#9A5B45',
    'low-high': '#2F5B75',
    'not-significant': '#232B33',
  },
};

/** The cluster map as a choropleth of kinds; units left out are hatched. */
export function drawClusters(
  clusters: ClusterMap,
  theme: 'light' | 'dark',
  language: 'zh-CN' | 'en',
  t: TFunction<['structure']>,
): ChoroplethDrawing {
  const { level, year, found } = clusters;
  const classes = new Map<string, number | null>(
    found.local.units.map(({ adcode, cluster }) => [adcode, CLASSES.indexOf(cluster)]),
  );
  for (const { adcode } of found.local.coverage.excluded) classes.set(adcode, null);
  return {
    level,
    classes,
    colours: CLASSES.map((each) => COLOURS[theme][each]),
    paperColours: CLASSES.map((each) => COLOURS.light[each]),
    limits: CLASSES.map((_, index) => index).concat(CLASSES.length),
    labels: CLASSES.map(
      (each) => `${t(`moran.class.${each}`)}${bracketed(found.local.counts[each], language)}`,
    ),
    title: t('moran.mapTitle', {
      indicator: language === 'en' ? clusters.indicatorEn : clusters.indicatorZh,
      year,
    }),
    unit: '',
    note: t('moran.mapNote'),
    provenance: 'derived',
    decimals: 0,
  };
}
