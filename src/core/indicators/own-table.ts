import type { Adcode, AdminLevel } from '../geography/admin-unit.ts';
import type {
  DimensionId,
  IndicatorDefinition,
  IndicatorSeries,
  IndicatorTable,
  Source,
} from './indicator.ts';

/** Figures of one year, as parallel lists so that a project file stays small. */
export interface OwnSeries {
  readonly year: number;
  readonly codes: readonly Adcode[];
  readonly values: readonly number[];
  /** Row of the person's file that each figure stands in, counted from 1 as a spreadsheet does. */
  readonly rows: readonly number[];
}

/** An indicator that a person brought. */
export interface OwnIndicator {
  /** `own:` and a slug: never the id of an embedded indicator. */
  readonly id: string;
  readonly name: string;
  /** As the person wrote it: `万元`, `%`. */
  readonly unit: string;
  readonly direction: 1 | -1 | 0;
  /** Where it stands among the paper's five dimensions; `null` = in none, and so in no score but a declared index. */
  readonly dimension: DimensionId | null;
  readonly decimals: number;
  readonly level: AdminLevel;
  readonly series: readonly OwnSeries[];
}

/** One import: what was taken from one file or pasted text. */
export interface OwnTable {
  readonly id: string;
  /** Name of the file, or of the sheet in it, or what was pasted. */
  readonly name: string;
  /** Day of the import, `2026-11-27`. */
  readonly importedOn: string;
  readonly indicators: readonly OwnIndicator[];
}

const PREFIX = 'own:';

/** Whether an indicator is a person's own. */
export function isOwnIndicator(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** Whether a source is a person's own table. */
export function ownSourceId(table: Pick<OwnTable, 'id'>): string {
  return `${PREFIX}${table.id}`;
}

/** Letters, digits and hyphens of a name, as far as there are any; 人均GDP → `gdp`. */
function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** An id for an own indicator that is not among `taken`; names without Latin letters are numbered. */
export function ownIndicatorId(name: string, taken: ReadonlySet<string>): string {
  const base = slug(name) || 'indicator';
  for (let number = 1; ; number += 1) {
    const id = `${PREFIX}${base}${number === 1 ? '' : `-${number}`}`;
    if (!taken.has(id)) return id;
  }
}

function definitionOf(indicator: OwnIndicator): IndicatorDefinition {
  const { id, name, unit, direction, dimension, decimals } = indicator;
  return {
    id,
    nameZh: name,
    nameEn: name,
    unit,
    unitZh: unit,
    unitEn: unit,
    direction,
    dimension,
    inPaper: false,
    provenance: 'observed',
    decimals,
    // Where it is from is said by its source (`withOwnSources`).
    noteZh: '',
    noteEn: '',
  };
}

function seriesOf(indicator: OwnIndicator, table: OwnTable): IndicatorSeries[] {
  return indicator.series.map(({ year, codes, values, rows }) => ({
    indicator: indicator.id,
    level: indicator.level,
    year,
    sourceId: ownSourceId(table),
    values: new Map(codes.map((code, at) => [code, values[at] as number])),
    flags: new Map(),
    notes: new Map(codes.map((code, at) => [code, `${table.name}: 第 ${rows[at]} 行 (row ${rows[at]})`])),
  }));
}

/** The embedded table of a level with a person's own indicators of that level after its own. */
export function withOwnIndicators(
  table: IndicatorTable,
  tables: readonly OwnTable[],
  level: AdminLevel,
): IndicatorTable {
  const definitions = new Map(table.definitions);
  const series = [...table.series];
  for (const own of tables)
    for (const indicator of own.indicators) {
      if (indicator.level !== level) continue;
      definitions.set(indicator.id, definitionOf(indicator));
      series.push(...seriesOf(indicator, own));
    }
  return { definitions, series };
}

/** The embedded sources with one for each own table. */
export function withOwnSources(
  sources: ReadonlyMap<string, Source>,
  tables: readonly OwnTable[],
): ReadonlyMap<string, Source> {
  return new Map([
    ...sources,
    ...tables.map((table): [string, Source] => [
      ownSourceId(table),
      {
        id: ownSourceId(table),
        titleZh: `自有数据：${table.name}（${table.importedOn} 导入）`,
        titleEn: `Own data: ${table.name} (imported ${table.importedOn})`,
        licence: '',
        note: '',
      },
    ]),
  ]);
}
