import { describe, expect, it } from 'vitest';
import type { AtlasData } from '../../../src/cli/atlas-data.ts';
import { type Command, noAnswer, refuse, report } from '../../../src/cli/command.ts';
import { numberOption, positionOption, splitList } from '../../../src/cli/options.ts';
import { runCommandLine } from '../../../src/cli/run.ts';
import { textTable } from '../../../src/cli/text-table.ts';

const echo: Command = {
  name: 'echo',
  operands: '<word>',
  operandCount: 1,
  summary: 'Says it again.',
  options: {
    times: { type: 'string', value: 'n', help: 'How often.' },
    close: { type: 'string', multiple: true, value: 'id', help: 'Repeatable.' },
    loud: { type: 'boolean', help: 'In capitals.' },
  },
  examples: ['echo hello'],
  run: async ([word = ''], options) => {
    if (word === 'nowhere') return noAnswer('no-way', 'There is no way.', 'Go elsewhere.');
    if (word === 'bad') return refuse('unknown-place', 'No place.', 'Try another.');
    return report({ word, options }, word);
  },
};

/** These commands read nothing. */
const noData = {} as AtlasData;

async function call(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine(words, [echo], noData, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

describe('runCommandLine', () => {
  it('prints one JSON document and nothing else with --json', async () => {
    const { code, out, err } = await call('echo', 'hi', '--json', '--close', 'a', '--close=b', '--loud');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({ word: 'hi', options: { json: true, close: ['a', 'b'], loud: true } });
  });

  it('takes a value that begins with a minus sign for a value', async () => {
    const { out } = await call('echo', 'hi', '--json', '--times', '-5', '--close', '-.5');
    expect(JSON.parse(out)).toMatchObject({ options: { times: '-5', close: ['-.5'] } });
  });

  it('prints text without --json', async () => {
    expect(await call('echo', 'hi')).toEqual({ code: 0, out: 'hi\n', err: '' });
  });

  it.each([
    [[], 'No command was given.'],
    [['ehco', 'x'], 'There is no command "ehco".'],
    [['echo'], '"echo" takes <word>'],
    [['echo', 'a', 'b'], '"echo" takes <word>'],
    [['echo', 'a', '--tiems', '3'], "Unknown option '--tiems'."],
    [['echo', 'a', '--times'], '--times'],
    [['echo', 'a', '--times', '1', '--times=2'], '--times is given twice.'],
    [['echo', 'bad'], 'No place. Try another.'],
  ])(
    'refuses %j with exit code 2, a sentence on standard error and nothing on standard output',
    async (words, start) => {
      const { code, out, err } = await call(...words, ...(words.length > 0 ? ['--json'] : []));
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(start);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    },
  );

  it('says that there is no answer with exit code 1', async () => {
    expect(await call('echo', 'nowhere')).toEqual({
      code: 1,
      out: '',
      err: 'There is no way. Go elsewhere.\n',
    });
  });

  it.each([[['--help']], [['help']], [['-h']]])('explains all commands: %j', async (words) => {
    const { code, out } = await call(...words);
    expect(code).toBe(0);
    expect(out).toContain('echo  Says it again.');
  });

  it.each([[['echo', '--help']], [['help', 'echo']], [['echo', 'x', '-h']]])(
    'explains one command: %j',
    async (words) => {
      const { code, out } = await call(...words);
      expect(code).toBe(0);
      expect(out).toContain('--times <n>');
      expect(out).toContain('--close <id> …');
    },
  );
});

describe('options', () => {
  it.each(['', 'x', '0', '181', 'NaN', 'Infinity', '-5', '6 0', '0x1F', '0b11', '1_0'])(
    'refuses %j minutes',
    (minutes) => {
      expect(numberOption({ minutes }, 'minutes', { min: 1, max: 180 })).toMatchObject({
        ok: false,
        failure: { exitCode: 2 },
      });
    },
  );

  it('reads numbers, falls back, and says when one is missing', () => {
    expect(numberOption({ minutes: '60' }, 'minutes', { min: 1, max: 180 })).toEqual({ ok: true, value: 60 });
    expect(numberOption({}, 'minutes', { min: 1, max: 180, fallback: 60 })).toEqual({ ok: true, value: 60 });
    expect(numberOption({}, 'minutes', { min: 1, max: 180 })).toMatchObject({
      failure: { reason: 'missing-option' },
    });
    expect(numberOption({ year: '2020.5' }, 'year', { min: 1900, max: 2100, integer: true })).toMatchObject({
      ok: false,
    });
  });

  it('reads positions, longitude first, and notices when they are swapped', () => {
    expect(positionOption('104.066,30.573')).toEqual({ ok: true, value: [104.066, 30.573] });
    expect(positionOption('104.066，30.573')).toEqual({ ok: true, value: [104.066, 30.573] });
    expect(positionOption('30.573,104.066')).toMatchObject({
      failure: { exitCode: 2, nextStep: 'Longitude comes first: try --at 104.066,30.573.' },
    });
    for (const bad of ['', '104', '104,', '104,30,2', 'a,b', '0,0', '104,NaN']) {
      expect(positionOption(bad)).toMatchObject({ ok: false, failure: { exitCode: 2 } });
    }
  });

  it('splits lists at Western and Chinese commas', () => {
    expect(splitList('成都, 重庆，武汉、 长沙,')).toEqual(['成都', '重庆', '武汉', '长沙']);
  });
});

describe('textTable', () => {
  it('aligns Chinese and Latin columns by what they take on a terminal', () => {
    expect(
      textTable(
        ['name', 'n'],
        [
          ['成都', 1],
          ['ab', null],
        ],
      ),
    ).toBe('name  n\n成都  1\nab    –');
  });
});
