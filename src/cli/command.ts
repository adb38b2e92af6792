import type { ParseArgsConfig } from 'node:util';
import type { Failure } from '#core/units/result.ts';
import type { AtlasData } from './atlas-data.ts';

/** Why the command line itself refuses an input; the cores' own reasons come through unchanged. */
export interface CommandFailure extends Failure {
  /** 2: the call must be changed (usage, unknown place …). 1: the call was right, there is no answer to it. */
  readonly exitCode: 1 | 2;
}

/** What a command says: the document for `--json`, and lines for people. */
export interface Report {
  readonly json: unknown;
  readonly text: string;
  /** 1: the answer is no (a check that failed). */
  readonly exitCode?: 0 | 1;
}

/** What a command prints, or why it does not. */
export type CommandResult =
  | { readonly ok: true; readonly value: Report }
  | { readonly ok: false; readonly failure: CommandFailure };

type OptionType = NonNullable<ParseArgsConfig['options']>[string];

/** One option with the words for `--help`. */
export interface OptionDescription extends Pick<OptionType, 'type' | 'multiple'> {
  /** Placeholder of the value: `lng,lat`. Absent for switches. */
  readonly value?: string;
  readonly help: string;
}

/** Parsed options by name: `--close a --close b` → `{ close: ['a', 'b'] }`. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** One command of the command line; one file each in `commands/`. */
export interface Command {
  readonly name: string;
  /** Words after the name in the usage line: `agglomerations|metros|cities`. Empty when there are none. */
  readonly operands: string;
  /** Number of words that must follow the name. */
  readonly operandCount: number;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionDescription>>;
  readonly examples: readonly string[];
  readonly run: (
    operands: readonly string[],
    options: OptionValues,
    data: AtlasData,
  ) => Promise<CommandResult>;
}

/** A finished report. */
export function report(json: unknown, text: string, exitCode: 0 | 1 = 0): CommandResult {
  return { ok: true, value: { json, text, exitCode } };
}

/** The call must be changed: exit code 2. */
export function refuse(
  reason: string,
  message: string,
  nextStep: string,
): { ok: false; failure: CommandFailure } {
  return { ok: false, failure: { reason, message, nextStep, exitCode: 2 } };
}

/** The call was right, but there is no answer: exit code 1. */
export function noAnswer(
  reason: string,
  message: string,
  nextStep: string,
): { ok: false; failure: CommandFailure } {
  return { ok: false, failure: { reason, message, nextStep, exitCode: 1 } };
}

/** An artefact that could not be read: exit code 1, in the words of a folder instead of a server. */
export function unreadableData(failure: Failure): { ok: false; failure: CommandFailure } {
  const file = failure.values?.['file'];
  const nextStep = 'Restore public/data from the repository, or build it with "npm run geodata".';
  switch (failure.reason) {
    case 'artefact-missing':
      return noAnswer(failure.reason, `The data file public/data/${file} is missing.`, nextStep);
    case 'artefact-altered':
      return noAnswer(
        failure.reason,
        `The data file public/data/${file} is not the one its manifest names (SHA-256).`,
        nextStep,
      );
    default:
      return withExitCode(failure, 1);
  }
}

/** A core's or the data layer's failure with the exit code it means here. */
export function withExitCode(failure: Failure, exitCode: 1 | 2): { ok: false; failure: CommandFailure } {
  return { ok: false, failure: { ...failure, exitCode } };
}

/** A checked input, or why it is refused. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: CommandFailure };
