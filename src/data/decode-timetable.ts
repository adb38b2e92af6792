import * as z from 'zod/mini';
import type { RailStation, RailTimetable } from '#core/network/rail-timetable.ts';
import type { Result } from '#core/units/result.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { ContainerContent } from './container.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { malformedArtefact } from './decode-json.ts';

const metaSchema = z.object({
  names: z.array(z.string()),
  prefectures: z.array(z.nullable(z.string())),
  aliases: z.record(z.string(), z.array(z.string())),
  vintages: z.array(z.string()),
  pressSources: z.array(z.tuple([z.number(), z.string()])),
});

const microdegrees = 1e6;

interface TimetableArrays {
  readonly longitudes: Int32Array;
  readonly latitudes: Int32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly minutes: Uint16Array;
  readonly trainsPerDay: Uint16Array;
  readonly vintage: Uint8Array;
  readonly assumedReverse: Uint8Array;
}

function readArrays(arrays: ContainerContent['arrays']): TimetableArrays | string {
  const { longitudes, latitudes, from, to, minutes, trainsPerDay, vintage, assumedReverse } = arrays;
  if (!(longitudes instanceof Int32Array)) return 'longitudes is not an i32 array';
  if (!(latitudes instanceof Int32Array)) return 'latitudes is not an i32 array';
  if (!(from instanceof Uint16Array)) return 'from is not a u16 array';
  if (!(to instanceof Uint16Array)) return 'to is not a u16 array';
  if (!(minutes instanceof Uint16Array)) return 'minutes is not a u16 array';
  if (!(trainsPerDay instanceof Uint16Array)) return 'trainsPerDay is not a u16 array';
  if (!(vintage instanceof Uint8Array)) return 'vintage is not a u8 array';
  if (!(assumedReverse instanceof Uint8Array)) return 'assumedReverse is not a u8 array';
  return { longitudes, latitudes, from, to, minutes, trainsPerDay, vintage, assumedReverse };
}

/** First thing that contradicts itself between arrays and meta; `null` when all is well. */
function inconsistency(arrays: TimetableArrays, meta: z.infer<typeof metaSchema>): string | null {
  const stations = meta.names.length;
  if (
    meta.prefectures.length !== stations ||
    arrays.longitudes.length !== stations ||
    arrays.latitudes.length !== stations
  ) {
    return `there are ${stations} station names but ${arrays.longitudes.length} positions and ${meta.prefectures.length} prefectures`;
  }
  if (
    arrays.longitudes.some((at) => Math.abs(at) > 180 * microdegrees) ||
    arrays.latitudes.some((at) => Math.abs(at) > 90 * microdegrees)
  )
    return 'a station lies off the globe';
  const pairs = arrays.from.length;
  const { to, minutes, trainsPerDay, vintage, assumedReverse } = arrays;
  if ([to, minutes, trainsPerDay, vintage, assumedReverse].some((array) => array.length !== pairs)) {
    return 'the arrays of pairs differ in length';
  }
  if (arrays.from.some((index) => index >= stations) || to.some((index) => index >= stations)) {
    return 'a pair names a station beyond the list';
  }
  if (vintage.some((index) => index >= meta.vintages.length)) return 'a pair names a vintage beyond the list';
  if (minutes.includes(0)) return 'a pair takes no time';
  if (meta.pressSources.some(([pair]) => pair < 0 || pair >= pairs))
    return 'a press source names a pair beyond the list';
  return null;
}

/** Decodes the content of `rail-timetable.bin` (a container, see `container.ts`). */
export function decodeTimetable(content: ContainerContent): Result<RailTimetable, ArtefactProblem> {
  const meta = metaSchema.safeParse(content.meta);
  if (!meta.success) {
    const issue = meta.error.issues[0];
    return fail(
      malformedArtefact(
        'rail-timetable',
        `meta.${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`,
      ),
    );
  }
  const arrays = readArrays(content.arrays);
  if (typeof arrays === 'string') return fail(malformedArtefact('rail-timetable', arrays));
  const wrong = inconsistency(arrays, meta.data);
  if (wrong !== null) return fail(malformedArtefact('rail-timetable', wrong));
  const { longitudes, latitudes, ...pairs } = arrays;
  const stations = meta.data.names.map((name, index): RailStation => ({
    name,
    at: [(longitudes[index] ?? 0) / microdegrees, (latitudes[index] ?? 0) / microdegrees],
    prefecture: meta.data.prefectures[index] ?? null,
    aliases: Object.hasOwn(meta.data.aliases, name) ? (meta.data.aliases[name] ?? []) : [],
  }));
  return succeed({
    stations,
    vintages: meta.data.vintages,
    ...pairs,
    pressSources: new Map(meta.data.pressSources),
  });
}
