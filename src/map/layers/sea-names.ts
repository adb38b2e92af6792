import type { FeatureCollection } from 'geojson';
import type { LngLat } from '#core/units/coordinates.ts';
import type { MapLanguage } from './map-model.ts';

interface SeaName {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly at: LngLat;
  /** Where it stands while the whole country is on the page: above the line of credits, or below the edge. */
  readonly farAt?: LngLat;
  readonly kind: 'water' | 'island';
  /** Zoom from which it is named. */
  readonly minZoom: number;
}

/**
 * Seas and islands that national maps of China name (公开地图内容表示规范, 2023, asks for the South China Sea islands,
 * 钓鱼岛 and 赤尾屿). Points are label positions placed by hand in open water or beside the islands, not survey data.
 */
const seaNames: readonly SeaName[] = [
  {
    nameZh: '南海',
    nameEn: 'South China Sea',
    at: [114.2, 14.2],
    farAt: [115.2, 18.9],
    kind: 'water',
    minZoom: 0,
  },
  {
    nameZh: '东海',
    nameEn: 'East China Sea',
    at: [125.2, 29.2],
    // Off the coast for the English name too.
    farAt: [126.2, 28.8],
    kind: 'water',
    minZoom: 0,
  },
  { nameZh: '黄海', nameEn: 'Yellow Sea', at: [123.4, 35.2], kind: 'water', minZoom: 0 },
  { nameZh: '渤海', nameEn: 'Bohai Sea', at: [119.9, 38.9], kind: 'water', minZoom: 0 },
  {
    nameZh: '南海诸岛',
    nameEn: 'South China Sea Islands',
    at: [115.2, 12.2],
    farAt: [115.2, 11.4],
    kind: 'island',
    minZoom: 0,
  },
  {
    nameZh: '西沙群岛',
    nameEn: 'Xisha Qundao',
    at: [112.0, 16.5],
    farAt: [112.0, 17.4],
    kind: 'island',
    minZoom: 0,
  },
  { nameZh: '南沙群岛', nameEn: 'Nansha Qundao', at: [114.6, 9.3], kind: 'island', minZoom: 0 },
  { nameZh: '东沙群岛', nameEn: 'Dongsha Qundao', at: [116.8, 20.4], kind: 'island', minZoom: 0 },
  {
    nameZh: '中沙群岛',
    nameEn: 'Zhongsha Qundao',
    at: [114.6, 15.6],
    farAt: [115.6, 17.2],
    kind: 'island',
    minZoom: 0,
  },
  { nameZh: '钓鱼岛', nameEn: 'Diaoyu Dao', at: [123.47, 25.95], kind: 'island', minZoom: 0 },
  { nameZh: '赤尾屿', nameEn: 'Chiwei Yu', at: [124.56, 25.72], kind: 'island', minZoom: 4 },
  { nameZh: '北部湾', nameEn: 'Beibu Gulf', at: [107.6, 20.1], kind: 'water', minZoom: 6 },
];

/** From this zoom of tiles on a name stands at its own place. */
const NEAR_ZOOM = 5;
/** Beyond every zoom of the map. */
const NO_ZOOM = 99;

/** The places of a name with the zooms between which it stands there. */
function placesOf({ at, farAt, minZoom }: SeaName): { at: LngLat; minZoom: number; maxZoom: number }[] {
  if (farAt === undefined) return [{ at, minZoom, maxZoom: NO_ZOOM }];
  return [
    { at: farAt, minZoom, maxZoom: NEAR_ZOOM },
    { at, minZoom: NEAR_ZOOM, maxZoom: NO_ZOOM },
  ];
}

const collections = new Map<MapLanguage, FeatureCollection>();

/** Label points of seas and islands in one language; same identity every time. */
export function seaLabelPoints(language: MapLanguage): FeatureCollection {
  let collection = collections.get(language);
  if (!collection) {
    collection = {
      type: 'FeatureCollection',
      features: seaNames.flatMap((sea, order) =>
        placesOf(sea).map(({ at, minZoom, maxZoom }) => ({
          type: 'Feature' as const,
          properties: {
            name: language === 'zh' ? sea.nameZh : sea.nameEn,
            kind: sea.kind,
            minZoom,
            maxZoom,
            order,
          },
          geometry: { type: 'Point' as const, coordinates: [...at] },
        })),
      ),
    };
    collections.set(language, collection);
  }
  return collection;
}
