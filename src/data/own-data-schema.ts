import * as z from 'zod/mini';
import type { OwnRegion } from '#core/geography/own-region.ts';
import type { OwnIndicator, OwnTable } from '#core/indicators/own-table.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { validateDeclaration } from '#core/scoring/composite/validate-declaration.ts';

/** How much of a person's own data a project may carry. */
export const OWN_DATA_LIMITS = {
  tables: 40,
  indicators: 100,
  /** Figures of one indicator and year: every county of the country. */
  seriesLength: 4_000,
  years: 80,
  /** Figures of all tables together; about 24 characters each in the project file. */
  figures: 300_000,
  regions: 100,
  members: 3_500,
  indexNodes: 400,
} as const;

const text = (most: number) => z.string().check(z.maxLength(most));
const ownId = z.string().check(z.regex(/^own:[a-z0-9-]{1,60}$/));
const adcode = z.string().check(z.regex(/^\d{6}$/));
const list = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

const seriesSchema = z
  .object({
    year: z.int().check(z.gte(1900), z.lte(2100)),
    codes: list(adcode, OWN_DATA_LIMITS.seriesLength),
    values: list(z.number(), OWN_DATA_LIMITS.seriesLength),
    rows: list(z.int().check(z.gte(1)), OWN_DATA_LIMITS.seriesLength),
  })
  .check(
    z.refine(
      ({ codes, values, rows }) => codes.length === values.length && codes.length === rows.length,
      'codes, values and rows are not equally long',
    ),
    z.refine(({ codes }) => new Set(codes).size === codes.length, 'a unit stands twice in a year'),
  );

const indicatorSchema = z.object({
  id: ownId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  unit: text(60),
  direction: z.union([z.literal(1), z.literal(-1), z.literal(0)]),
  dimension: z.nullable(z.enum(['regional', 'innovation', 'infrastructure', 'environment', 'services'])),
  decimals: z.int().check(z.gte(0), z.lte(8)),
  level: z.enum(['prefecture', 'county']),
  series: list(seriesSchema, OWN_DATA_LIMITS.years),
}) satisfies z.ZodMiniType<OwnIndicator>;

export const ownTableSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: text(200),
  importedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  indicators: list(indicatorSchema, OWN_DATA_LIMITS.indicators),
}) satisfies z.ZodMiniType<OwnTable>;

/** Figures of tables together. */
export function figureCount(tables: readonly OwnTable[]): number {
  let count = 0;
  for (const { indicators } of tables)
    for (const { series } of indicators) for (const { codes } of series) count += codes.length;
  return count;
}

function allDiffer(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

export const ownTablesSchema = list(ownTableSchema, OWN_DATA_LIMITS.tables).check(
  z.refine((tables) => allDiffer(tables.map(({ id }) => id)), 'two tables have one id'),
  z.refine(
    (tables) => allDiffer(tables.flatMap(({ indicators }) => indicators.map(({ id }) => id))),
    'two indicators have one id',
  ),
  z.refine((tables) => figureCount(tables) <= OWN_DATA_LIMITS.figures, 'too many figures'),
);

export const ownRegionSchema = z.object({
  id: z.string().check(z.regex(/^custom:[a-z0-9-]{1,40}$/)),
  kind: z.enum(['agglomeration', 'metro']),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  wholeUnits: list(adcode, OWN_DATA_LIMITS.members),
  partCounties: list(adcode, OWN_DATA_LIMITS.members),
  cores: list(adcode, 50),
  copiedFrom: z.nullable(text(120)),
}) satisfies z.ZodMiniType<OwnRegion>;

export const ownRegionsSchema = list(ownRegionSchema, OWN_DATA_LIMITS.regions).check(
  z.refine((regions) => allDiffer(regions.map(({ id }) => id)), 'two regions have one id'),
);

/** Read by its own validator, the same that the command line uses: what comes out has its spelling and its defaults. */
const declarationSchema = z.pipe(
  z.unknown(),
  z.transform((value, context): OwnIndex['declaration'] => {
    const read = validateDeclaration(value);
    if (read.ok && JSON.stringify(value).length <= 200_000) return read.value;
    const message = read.ok ? 'the declaration is too long' : read.failure.message;
    context.issues.push({ code: 'custom', message, input: value });
    return z.NEVER;
  }),
);

export const ownIndexSchema = z.nullable(
  z.object({ quantity: z.enum(['K', 'k', 'cv', 'mean']), declaration: declarationSchema }),
) satisfies z.ZodMiniType<OwnIndex | null>;
