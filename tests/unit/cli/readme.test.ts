import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callCommandLine } from './call-command-line.ts';

const PROMPT = '$ npm run -s cli -- ';

/** What the README shows of a call: the lines beneath it, all of them or those before `…`. */
interface Shown {
  readonly call: string;
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

function shownCalls(markdown: string): readonly Shown[] {
  const block = /```text\n([\s\S]*?)\n```/.exec(markdown)?.[1] ?? '';
  return block
    .split(PROMPT)
    .slice(1)
    .map((part) => {
      const [call = '', ...lines] = part.trimEnd().split('\n');
      const end = lines.indexOf('…');
      return { call, lines: end < 0 ? lines : lines.slice(0, end), isWhole: end < 0 };
    });
}

const calls = shownCalls(readFileSync(new URL('../../../README.md', import.meta.url), 'utf8'));

describe('the README', () => {
  it('shows four calls', () => {
    expect(calls.map(({ call }) => call.split(' ', 1)[0])).toEqual([
      'score',
      'times',
      'circle',
      'plan-vs-hour',
    ]);
  });

  it.each(calls)('prints what “$call” prints', async ({ call, lines, isWhole }) => {
    const { code, out } = await callCommandLine(...call.split(' '));
    expect(code).toBe(0);
    const printed = out
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd());
    expect(isWhole ? printed : printed.slice(0, lines.length)).toEqual(lines);
  });
});
