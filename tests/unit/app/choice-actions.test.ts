import { beforeEach, describe, expect, it } from 'vitest';
import {
  circleChoices,
  comparisonChoices,
  kindChoices,
  scoreChoices,
} from '../../../src/app/actions/choice-actions.ts';
import type { Draft, Words } from '../../../src/app/actions/action.ts';
import { addScenario } from '#state/commands/scenario-commands.ts';
import { setCircleParameter } from '#state/commands/circle-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { dispatch, projectStore } from '#state/store.ts';

/** Words that are their own keys. */
const t = ((key: string) => key) as unknown as Words;

function listed(document: ProjectDocument): readonly Draft[] {
  return [scoreChoices, circleChoices, comparisonChoices, kindChoices].flatMap((list) => list(t, document));
}

const present = () => projectStore.getState().document;
const ids = () => listed(present()).map(({ id }) => id);

/** Takes the action of the palette that has this id now. */
function take(id: string): void {
  const action = listed(present()).find((one) => one.id === id);
  if (action === undefined) throw new Error(`the palette has no ${id}`);
  action.run();
}

beforeEach(() => projectStore.getState().open(DEFAULT_DOCUMENT));

describe('choices in the palette', () => {
  it('have an id each', () => {
    dispatch(addScenario(present(), { id: 's', name: 's', note: '', edits: [] }));
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it('change what they say, in the workspace where it shows, and are taken back by undo', () => {
    for (const [id, read, expected, workspace] of [
      ['compare-all19', (d) => d.integration.set, 'all19', 'integration'],
      ['year-2010', (d) => d.integration.year, 2010, 'integration'],
      ['overlay-road', (d) => d.circles.overlays, ['road'], 'circles'],
      ['rail-conventional', (d) => d.view.railCategories, ['high-speed', 'intercity'], 'structure'],
      ['type-nurturing', (d) => d.view.maturities, ['mature', 'developing'], 'structure'],
    ] as const satisfies readonly (readonly [string, (d: ProjectDocument) => unknown, unknown, string])[]) {
      projectStore.getState().open(DEFAULT_DOCUMENT);
      const before = read(present());
      take(id);
      expect([id, read(present())]).toEqual([id, expected]);
      expect([id, present().view.workspace]).toEqual([id, workspace]);
      projectStore.getState().undo();
      expect([id, read(present())]).toEqual([id, before]);
    }
  });

  it('offer what can be done only: a scenario to compare with, parameters to take back, kinds of a layer that is on', () => {
    expect(ids()).not.toContain('comparison-swipe');
    expect(ids()).not.toContain('reset-parameters');
    dispatch(addScenario(present(), { id: 's', name: 's', note: '', edits: [] }));
    dispatch(setCircleParameter('walkKmh', 5));
    expect(ids()).toEqual(
      expect.arrayContaining(['comparison-swipe', 'side-difference', 'reset-parameters']),
    );
    take('comparison-swipe');
    expect(present().comparison.shown).toBe('swipe');
    take('no-scenario');
    expect(present().activeScenario).toBeNull();
    take('reset-parameters');
    expect(present().circles.parameters).toEqual({});
    // The circles' own layers are on now, without agglomerations.
    expect(ids()).not.toContain('type-mature');
  });
});
