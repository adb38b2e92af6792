import * as z from 'zod/mini';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';

/** Most edits that a file may hold: far more than a person draws. */
const MOST_EDITS = 500;

/** Longest ids, names and lists that a file may hold: far longer than a person writes. */
const LONGEST_TEXT = 200;
const MOST_STOPS = 200;

const id = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));
const nameText = z.string().check(z.maxLength(LONGEST_TEXT));
const position = z.readonly(z.tuple([z.number(), z.number()]));
const stop = z.union([nameText, z.object({ name: id, at: position })]);
const nullableNumber = z.nullable(z.number());

/** The shape of one edit; whether its ids and stations exist is checked when it is applied. */
export const scenarioEditSchema = z.union([
  z.object({
    type: z.literal('add-line'),
    id,
    name: z.exactOptional(nameText),
    stops: z.array(stop).check(z.maxLength(MOST_STOPS)),
    designSpeedKmh: z.number(),
    minutes: z.exactOptional(z.array(z.number()).check(z.maxLength(MOST_STOPS))),
    trainsPerDay: z.exactOptional(z.number()),
  }),
  z.object({ type: z.literal('add-stop'), line: id, stop }),
  z.object({
    type: z.literal('add-road-link'),
    id,
    name: z.exactOptional(nameText),
    from: position,
    to: position,
    minutes: z.number(),
    crossesBorder: z.exactOptional(z.boolean()),
  }),
  z.object({ type: z.enum(['open', 'close', 'reset']), id }),
  z.object({ type: z.literal('set-minutes'), from: id, to: id, minutes: nullableNumber }),
  z.object({ type: z.literal('set-minutes'), link: id, minutes: nullableNumber }),
  z.object({ type: z.literal('save-minutes'), id, minutes: nullableNumber }),
  z.object({ type: z.literal('set-speed'), line: id, designSpeedKmh: nullableNumber }),
  z.object({ type: z.literal('set-frequency'), line: id, trainsPerDay: nullableNumber }),
  z.object({ type: z.literal('set-parameter'), name: id, value: nullableNumber }),
  z.object({
    type: z.literal('move-member'),
    adcode: z.string().check(z.regex(/^\d{6}$/)),
    from: z.nullable(id),
    to: z.nullable(id),
  }),
  z.object({ type: z.literal('remove'), id }),
]) satisfies z.ZodMiniType<ScenarioEdit>;

/** What an edit of each type must hold, for the message. */
const EXPECTED: Readonly<Record<ScenarioEdit['type'], string>> = {
  'add-line': '"id", "stops" (names or { "name", "at": [lng, lat] }) and "designSpeedKmh"',
  'add-stop': '"line" and "stop"',
  'add-road-link': '"id", "from", "to" ([lng, lat]) and "minutes"',
  open: '"id"',
  close: '"id"',
  reset: '"id"',
  'set-minutes': '"from", "to" (or "link") and "minutes"',
  'save-minutes': '"id" and "minutes"',
  'set-speed': '"line" and "designSpeedKmh"',
  'set-frequency': '"line" and "trainsPerDay"',
  'set-parameter': '"name" and "value"',
  'move-member': '"adcode" (six digits), "from" and "to" (region ids or null)',
  remove: '"id"',
};

/** A scenario as a file holds it: a name and edits, whose ids and stations are checked when they are applied. */
export interface ScenarioFile {
  readonly name: string;
  readonly edits: readonly ScenarioEdit[];
}

/** Why a scenario file cannot be read. */
export type ScenarioFileProblem = 'malformed-scenario' | 'unknown-edit';

/** Checks the shape of a parsed scenario file `{ "name", "edits": [{ "type": … }] }`. */
export function decodeScenario(json: unknown): Result<ScenarioFile, ScenarioFileProblem> {
  const file = z.object({ name: z.optional(z.string()), edits: z.array(z.unknown()) }).safeParse(json);
  if (!file.success) {
    return fail({
      reason: 'malformed-scenario',
      message: 'The scenario has no list "edits".',
      nextStep: 'Write { "name": "…", "edits": [{ "type": "close", "id": "hzmb" }] }.',
    });
  }
  if (file.data.edits.length > MOST_EDITS) {
    return fail({
      reason: 'malformed-scenario',
      message: `The scenario has ${file.data.edits.length} edits.`,
      nextStep: `Give at most ${MOST_EDITS}.`,
    });
  }
  const edits: ScenarioEdit[] = [];
  for (const [index, raw] of file.data.edits.entries()) {
    const parsed = scenarioEditSchema.safeParse(raw);
    if (!parsed.success) return fail(describeProblem(raw, index));
    edits.push(parsed.data);
  }
  return succeed({ name: file.data.name ?? '', edits });
}

function describeProblem(raw: unknown, index: number) {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? String(raw.type) : '';
  const expected = Object.hasOwn(EXPECTED, type) ? EXPECTED[type as ScenarioEdit['type']] : undefined;
  return expected === undefined
    ? ({
        reason: 'unknown-edit',
        message: `Edit ${index + 1} of the scenario has the type "${type}", which does not exist.`,
        nextStep: `Use one of: ${Object.keys(EXPECTED).join(', ')}.`,
        values: { edit: index + 1, type },
      } as const)
    : ({
        reason: 'malformed-scenario',
        message: `Edit ${index + 1} of the scenario (${type}) is not complete.`,
        nextStep: `It needs ${expected}.`,
        values: { edit: index + 1, type },
      } as const);
}
