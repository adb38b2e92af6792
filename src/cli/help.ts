import type { Command, OptionDescription } from './command.ts';

const PROGRAM = 'npm run -s cli --';

/** The overview of all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    '城群图 Chengqun Atlas, the same engines as in the browser, on the command line.',
    '',
    `Usage: ${PROGRAM} <command> … [--json]`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Places: Chinese name with or without 市, English name, pinyin or adcode. A name of several places is asked back.',
    '--json prints one JSON document. Exit codes: 0 done, 1 no answer, 2 the call must be changed.',
    `"${PROGRAM} <command> --help" explains one command.`,
    '',
  ].join('\n');
}

/** The page of one command. */
export function commandHelp(command: Command): string {
  const rows: [string, string][] = Object.entries(command.options).map(([name, option]) => [
    optionWords(name, option),
    option.help,
  ]);
  rows.push(['--json', 'Print one JSON document and nothing else.']);
  const width = Math.max(...rows.map(([words]) => words.length));
  return [
    command.summary,
    '',
    `Usage: ${PROGRAM} ${[command.name, command.operands].filter(Boolean).join(' ')} …`,
    '',
    ...rows.map(([words, help]) => `  ${words.padEnd(width)}  ${help}`),
    '',
    ...command.examples.map((example) => `  ${PROGRAM} ${example}`),
    '',
  ].join('\n');
}

function optionWords(name: string, { value, multiple }: OptionDescription): string {
  return `--${name}${value === undefined ? '' : ` <${value}>`}${multiple === true ? ' …' : ''}`;
}
