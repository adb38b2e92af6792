import { parseArgs } from 'node:util';
import type { AtlasData } from './atlas-data.ts';
import {
  type Command,
  type CommandFailure,
  type CommandResult,
  type OptionValues,
  refuse,
} from './command.ts';
import { commandHelp, generalHelp } from './help.ts';

/** Where the program writes; passed in so that tests can read along. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs one call of the command line and returns its exit code: 0 done, 1 no answer, 2 the call must be changed. */
export async function runCommandLine(
  words: readonly string[],
  commands: readonly Command[],
  data: AtlasData,
  streams: Streams,
): Promise<0 | 1 | 2> {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    const command = commands.find((candidate) => candidate.name === rest[0]);
    streams.out(command === undefined ? generalHelp(commands) : commandHelp(command));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return complain(unknownCommand(name, commands).failure, streams);
  if (rest.includes('--help') || rest.includes('-h')) {
    streams.out(commandHelp(command));
    return 0;
  }
  const parsed = parseWords(command, rest);
  if (!parsed.ok) return complain(parsed.failure, streams);
  const { operands, options } = parsed.value;
  const result = await command.run(operands, options, data);
  if (!result.ok) return complain(result.failure, streams);
  streams.out(options['json'] === true ? `${JSON.stringify(result.value.json)}\n` : `${result.value.text}\n`);
  return result.value.exitCode ?? 0;
}

function unknownCommand(name: string | undefined, commands: readonly Command[]) {
  const known = commands.map((command) => command.name).join(', ');
  return name === undefined
    ? refuse('missing-command', 'No command was given.', `Give one of: ${known}; --help explains them.`)
    : refuse(
        'unknown-command',
        `There is no command "${name}".`,
        `Use one of: ${known}; --help explains them.`,
      );
}

/** `--draws -5` as `--draws=-5`: parseArgs takes a value that begins with a dash for another option. */
function withNegativeValues({ options }: Command, words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? '';
    const takesValue = last.startsWith('--') && options[last.slice(2)]?.type === 'string';
    if (takesValue && /^-[\d.]/u.test(word)) joined.splice(-1, 1, `${last}=${word}`);
    else joined.push(word);
  }
  return joined;
}

function parseWords(
  command: Command,
  words: readonly string[],
):
  | { readonly ok: true; readonly value: { operands: readonly string[]; options: OptionValues } }
  | Extract<CommandResult, { ok: false }> {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: withNegativeValues(command, words),
      tokens: true,
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries(
          Object.entries(command.options).map(([name, { type, multiple }]) => [
            name,
            { type, multiple: multiple ?? false },
          ]),
        ),
      },
      allowPositionals: true,
      strict: true,
    });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = given.find(
      (name, at) =>
        given.indexOf(name) !== at &&
        command.options[name]?.type === 'string' &&
        command.options[name].multiple !== true,
    );
    if (twice !== undefined)
      return refuse('repeated-option', `--${twice} is given twice.`, 'Leave one of them out.');
    if (positionals.length !== command.operandCount) {
      return refuse(
        'wrong-operands',
        `"${command.name}" takes ${command.operands === '' ? 'no words' : command.operands}, not "${positionals.join(' ')}".`,
        `Try: ${command.examples[0] ?? command.name}`,
      );
    }
    return { ok: true, value: { operands: positionals, options: values } };
  } catch (error) {
    // parseArgs throws on unknown options and missing values; both are the caller's input here.
    const detail = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    return refuse('unreadable-options', `${detail}.`, `"${command.name} --help" lists the options.`);
  }
}

function complain({ message, nextStep, exitCode }: CommandFailure, streams: Streams): 1 | 2 {
  streams.err(`${message} ${nextStep}\n`);
  return exitCode;
}
