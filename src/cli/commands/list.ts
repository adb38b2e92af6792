import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region, RegionKind } from '#core/geography/region.ts';
import { variantSlugOf } from '#core/geography/variant-key.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { Result } from '#core/units/result.ts';
import type { AtlasData } from '../atlas-data.ts';
import { type Command, type CommandResult, refuse, report, unreadableData } from '../command.ts';
import { loadScoringTable } from '../scoring-data.ts';
import { textTable } from '../text-table.ts';

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** One item a delimitation, the current one first. */
function regionItems(regions: readonly Region[], kind: RegionKind): Item[] {
  return regions
    .filter((region) => region.kind === kind)
    .flatMap((region) =>
      region.variants.map((variant, index) => ({
        id: region.id,
        nameZh: region.nameZh,
        nameEn: region.nameEn,
        variant: variantSlugOf(variant.key) ?? '',
        variantLabel: variant.label,
        variantLabelZh: variant.labelZh,
        current: index === 0,
        maturity: region.maturity,
        grade: region.grade,
        approved: region.approved,
        planYear: variant.planYear,
        /** Whole prefectures, then the counties of those taken in part. */
        members: [...variant.wholeUnits, ...variant.partCounties],
        excludedCounties: variant.excludedCounties,
        statisticalMembers: variant.statisticalMembers,
        areaKm2: variant.areaKm2,
        population2020: variant.population2020,
        /** Members without a census figure: not in the population. */
        populationMissing: variant.populationMissing,
        publishedAreaKm2: variant.publishedAreaKm2,
        publishedPopulation: variant.publishedPopulation,
        source: variant.plan ?? variant.evidence,
        evidence: variant.evidence,
      })),
    );
}

function cityItems(units: readonly AdminUnit[]): Item[] {
  return units.map(({ adcode, nameZh, nameEn, pinyin, aliases, provinceCode, seat, areaKm2 }) => ({
    id: adcode,
    nameZh,
    nameEn,
    pinyin,
    aliases,
    provinceCode,
    seat,
    areaKm2,
  }));
}

function lineItems(lines: readonly RailLine[]): Item[] {
  return lines.map(({ stops, path: _path, ...facts }) => ({
    ...facts,
    stops: stops.map(({ name }) => name),
  }));
}

function linkItems(links: readonly RoadLink[]): Item[] {
  return links.map(({ path: _path, ...facts }) => facts);
}

/** Definitions with the years in which some prefecture has a value, and in how many. */
function indicatorItems(table: IndicatorTable): Item[] {
  return [...table.definitions.values()].map((definition) => ({
    ...definition,
    years: table.series
      .filter(({ indicator, values }) => indicator === definition.id && values.size > 0)
      .map(({ year, sourceId, values }) => ({ year, sourceId, units: values.size }))
      .sort((a, b) => a.year - b.year),
  }));
}

const KINDS: Readonly<Record<string, (data: AtlasData) => Promise<Result<Item[]>>>> = {
  agglomerations: async (data) =>
    mapResult(await data.regions(), (regions) => regionItems(regions, 'agglomeration')),
  metros: async (data) => mapResult(await data.regions(), (regions) => regionItems(regions, 'metro')),
  cities: async (data) => mapResult(await data.prefectures(), cityItems),
  lines: async (data) => mapResult(await data.lines(), lineItems),
  links: async (data) => mapResult(await data.links(), linkItems),
  indicators: async (data) => mapResult(await loadScoringTable(data), ({ table }) => indicatorItems(table)),
};

function mapResult<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? { ok: true, value: change(result.value) } : result;
}

/** `list agglomerations|metros|cities|lines|links|indicators`. */
export const listCommand: Command = {
  name: 'list',
  operands: Object.keys(KINDS).join('|'),
  operandCount: 1,
  summary: 'What there is: agglomerations, metropolitan areas, cities, rail lines, road links, indicators.',
  options: {},
  examples: ['list agglomerations --json', 'list links'],
  run: async ([kind = ''], _options, data): Promise<CommandResult> => {
    const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (load === undefined) {
      return refuse(
        'unknown-kind',
        `There is no list of "${kind}".`,
        `Use one of: ${Object.keys(KINDS).join(', ')}.`,
      );
    }
    const items = await load(data);
    if (!items.ok) return unreadableData(items.failure);
    return report(
      { kind, items: items.value },
      textTable(
        ['id', '名称', 'name', ...(items.value.some((item) => 'variant' in item) ? ['variant'] : [])],
        items.value.map(({ id, nameZh, nameEn, ...rest }) => [
          id,
          nameZh,
          nameEn,
          ...('variant' in rest ? [String(rest['variant'])] : []),
        ]),
      ),
    );
  },
};
