import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { Check } from '../context.ts';
import { cell, readFacts } from '../fact-tables.ts';
import type { CountyPolygons } from './build-polygons.ts';
import type { BuiltUnits } from './units.ts';
import { censusWithoutPolygon, polygonsWithoutCensus } from './vintage-repair.ts';

/** Published areas may differ from ours by this share. */
const areaTolerance = 0.03;
/** Total of the national tabulation of 2020, mainland provinces. */
const nationalPopulation2020 = 1_409_778_724;

/** Why a dissolved area differs from the plan's by more than the tolerance, by variant key. */
const areaReasons: Readonly<Record<string, string>> = {
  'shenzhen@planning-scope':
    'the plan counts 深汕特别合作区 (in 海丰县, 468 km²), which has no code of its own',
  'shijiazhuang@planning-scope':
    'the plan leaves out key ecological areas of 石家庄 and takes only the urban part of 信都区; their borders are in no source, so whole units are taken',
  'changchun@planning-scope': 'the plan takes parts of 榆树市 and 东辽县 only; whole units are taken',
  'zhengzhou@planning-scope': 'which districts of 新乡 and 焦作 belong was not read: they are absent',
  'hefei@planning-scope':
    'without lakes of 50 km² and more (巢湖 and others) it is 24,884 km²; the membership was read in a reproduction of the plan and whole counties are taken',
};

/** Land areas of islands and territories known well, km², to see that the coast was clipped. */
const knownAreas: readonly (readonly [adcode: Adcode, km2: number, source: string, tolerance: number])[] = [
  ['810000', 1114, 'Hong Kong Lands Department 2021', 0.03],
  ['820000', 33, 'Macao Cartography 2021, 32.9 km² and its lakes', 0.15],
  ['710000', 36_197, 'Taiwan’s land registry; 金門 and 馬祖 left out here', 0.03],
  ['460200', 1922, 'yearbook land area in the tables', 0.03],
  ['440400', 1736, 'yearbook land area in the tables', 0.06],
];

interface Inputs {
  readonly polygons: CountyPolygons;
  readonly built: BuiltUnits;
  readonly regions: readonly Region[];
  readonly people: ReadonlyMap<Adcode, number>;
  readonly census: ReadonlyMap<Adcode, string>;
}

/** Everything the geometry half can hold against the facts. */
export function geometryChecks(inputs: Inputs): readonly Check[] {
  return [
    checkCodes(inputs),
    checkRegionAreas(inputs),
    checkRegionPeople(inputs),
    checkNationalPeople(inputs),
    checkKnownAreas(inputs),
    checkSeats(inputs),
  ];
}

function checkCodes({ polygons, built, census }: Inputs): Check {
  const unexplained: string[] = [];
  const explained = [...polygons.notes];
  for (const [code, name] of census) {
    if (/^\d{4}7\d$/u.test(code) || polygons.unitOfCensus.has(code)) continue;
    const reason = censusWithoutPolygon.get(code);
    if (reason === undefined) unexplained.push(`${code} ${name} is in the census and has no polygon`);
    else explained.push(`${code} ${name}: ${reason}`);
  }
  const withoutCounties = new Set(readFacts('census_prefecture').map((row) => cell(row, 'adcode')));
  for (const unit of built.counties) {
    const { adcode, nameZh } = unit;
    if (census.has(adcode) || withoutCounties.has(adcode) || adcode.startsWith('81')) continue;
    const reason = polygonsWithoutCensus.get(adcode);
    if (reason === undefined) unexplained.push(`${adcode} ${nameZh} has a polygon and no census row`);
    else explained.push(`${adcode} ${reason}`);
  }
  return {
    id: 'county-codes-match-census',
    title: 'County polygons carry the codes of the 2020 census',
    compared: census.size,
    unexplained,
    explained,
  };
}

function checkRegionAreas({ regions }: Inputs): Check {
  const unexplained: string[] = [];
  const explained: string[] = [];
  let compared = 0;
  for (const variant of regions.flatMap((region) => region.variants)) {
    if (variant.publishedAreaKm2 === null) continue;
    compared++;
    const share = variant.areaKm2 / variant.publishedAreaKm2 - 1;
    if (Math.abs(share) <= areaTolerance) continue;
    const sentence = `${variant.key}: ${variant.areaKm2} km² dissolved, ${variant.publishedAreaKm2} published (${(share * 100).toFixed(1)}%)`;
    const reason = areaReasons[variant.key];
    if (reason === undefined) unexplained.push(sentence);
    else explained.push(`${sentence}: ${reason}`);
  }
  return {
    id: 'region-areas',
    title:
      'Dissolved areas of agglomerations and metropolitan areas lie within 3% of the plans’ published areas',
    compared,
    unexplained,
    explained,
  };
}

function checkRegionPeople({ regions }: Inputs): Check {
  const rows = regions
    .flatMap((region) => region.variants)
    .filter((variant) => variant.publishedPopulation !== null && variant.population2020 !== null)
    .map((variant) => {
      const share = (variant.population2020 ?? 0) / (variant.publishedPopulation ?? 1) - 1;
      return {
        share,
        text: `${variant.key}: ${variant.population2020} in 2020, ${variant.publishedPopulation} published (${(share * 100).toFixed(1)}%)`,
      };
    });
  return {
    id: 'region-populations',
    title:
      'Census 2020 populations beside the plans’ published figures, which are of other years (shown, not enforced)',
    compared: rows.length,
    unexplained: [],
    explained: rows.filter((row) => Math.abs(row.share) > 0.03).map((row) => row.text),
  };
}

function checkNationalPeople({ people }: Inputs): Check {
  const sum = [...people].reduce((total, [code, value]) => total + (/^[78]/u.test(code) ? 0 : value), 0);
  const missing = nationalPopulation2020 - sum;
  const lost = readFacts('census_county')
    .filter((row) => cell(row, 'year') === '2020' && censusWithoutPolygon.has(cell(row, 'adcode')))
    .reduce((total, row) => total + Number(cell(row, 'population')), 0);
  const sentence = `the counties with a polygon sum to ${sum}, ${missing} less than ${nationalPopulation2020}`;
  return {
    id: 'polygon-population-national',
    title: 'People of all county polygons (with functional zones spread) sum to the national census',
    compared: people.size,
    unexplained: missing === lost ? [] : [sentence],
    explained:
      missing === lost && missing !== 0 ? [`${sentence}: the people of units without a polygon`] : [],
  };
}

function checkKnownAreas({ built }: Inputs): Check {
  const areas = new Map(built.prefectures.map((unit) => [unit.adcode, unit]));
  const sansha = areas.get('460300')?.areaKm2 ?? 0;
  const explained = [
    `三沙市: ${sansha} km² of reef flats and islands as OpenStreetMap draws them, far more than the land above water (about 20 km²): don’t use it as a land area`,
  ];
  const unexplained: string[] = [];
  for (const [adcode, km2, source, tolerance] of knownAreas) {
    const unit = areas.get(adcode);
    const share = (unit?.areaKm2 ?? 0) / km2 - 1;
    const sentence = `${unit?.nameZh ?? adcode}: ${unit?.areaKm2 ?? 0} km², known ${km2} (${source}; ${(share * 100).toFixed(1)}%)`;
    (Math.abs(share) <= tolerance ? explained : unexplained).push(sentence);
  }
  return {
    id: 'coast-areas',
    title: 'Land areas of coastal units that contained sea in the source agree with known areas',
    compared: knownAreas.length,
    unexplained,
    explained,
  };
}

function checkSeats({ built }: Inputs): Check {
  const prefectures = new Set(built.prefectures.map((unit) => unit.adcode));
  const notes = built.seatNotes.filter((note) => prefectures.has(note.slice(0, 6)));
  return {
    id: 'seats',
    title: 'Seats carry their unit’s name',
    compared: built.prefectures.length + built.counties.length,
    unexplained: [],
    explained: [
      `${built.seatNotes.length} units (most of them counties) have no place of their name in GeoNames and none placed by hand: the largest place inside stands for the seat, or where there is none the middle of the largest part`,
      ...notes,
    ],
  };
}
