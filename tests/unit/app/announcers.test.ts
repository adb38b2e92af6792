import { describe, expect, it } from 'vitest';
import { spokenResult } from '#app/shell/result-announcer.tsx';
import { stepBetween } from '#app/shell/step-announcer.tsx';
import { setCircleMinutes, setTrafficPreset } from '#state/commands/circle-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { createProjectStore } from '#state/store.ts';

describe('what is read out', () => {
  it('of a step: which one was taken back or repeated, and nothing of a new one', () => {
    let now = 0;
    const store = createProjectStore(DEFAULT_DOCUMENT, () => (now += 5_000));
    const said: unknown[] = [];
    store.subscribe(({ history }, before) => said.push(stepBetween(before.history, history)));
    const { dispatch, undo, redo } = store.getState();
    dispatch(setCircleMinutes(45));
    dispatch(setTrafficPreset('off-peak'));
    undo();
    undo();
    redo();
    // A new step in place of the one undone step takes as much from the one side as it adds to the other.
    dispatch(setCircleMinutes(90));
    expect(said).toEqual([
      null,
      null,
      { kind: 'undone', verb: 'set-traffic-preset' },
      { kind: 'undone', verb: 'set-circle-minutes' },
      { kind: 'redone', verb: 'set-circle-minutes' },
      null,
    ]);
  });

  it('of a result: the title and the first rows of its first table', () => {
    const table = {
      title: 'Ranking',
      columns: [],
      rows: [
        ['1', 'Yangtze Delta', '9.9'],
        ['2', '', '8'],
        ['3', 'C', '7'],
        ['4', 'D', '6'],
      ],
      remark: '',
    };
    expect(spokenResult({ tables: [table, table], charts: [] }, ', ')).toBe(
      'Ranking, 1 Yangtze Delta 9.9, 2 8, 3 C 7',
    );
    expect(spokenResult({ tables: [], charts: [] }, ', ')).toBe('');
    expect(spokenResult(null, ', ')).toBe('');
  });
});
