import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { RailSource } from '#core/network/rail-source.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { TravelFile } from '#state/document/circles-state.ts';

afterEach(() => void vi.unstubAllGlobals());
// The next file of this process must not get modules that hold the storage made up here.
afterAll(() => void vi.resetModules());

const rides: TravelFile = {
  id: 'rides',
  kind: 'pairs',
  name: 'pairs.csv',
  vintage: '',
  on: true,
  ride: 'fastest',
};

/** A page of its own, whose storage answers when told and whose worker notes what it is asked, with how many sources. */
async function openPage() {
  vi.resetModules();
  vi.stubGlobal('location', { href: 'http://localhost/' });
  const asked: { readonly operation: string; readonly sources: number }[] = [];
  const waiting: ((payload: unknown) => void)[] = [];
  vi.doMock('#state/travel-files/travel-file-database.ts', () => ({
    readPayload: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    keepPayload: () => Promise.resolve(true),
  }));
  vi.doMock('#compute/circle-client.ts', () => ({
    createCircleClient: (_url: string, added: () => AddedTravelData) => ({
      call: (operation: string) => {
        asked.push({ operation, sources: added().rail.sources.length });
        return Promise.resolve();
      },
    }),
  }));
  const { circleWorker } = await import('#state/circles/circle-worker.ts');
  const { addTravelFile } = await import('#state/commands/travel-data-commands.ts');
  const { dispatch, projectStore } = await import('#state/store.ts');
  vi.doUnmock('#state/travel-files/travel-file-database.ts');
  vi.doUnmock('#compute/circle-client.ts');
  return {
    asked,
    ask: () => circleWorker().call('matrix', {} as never),
    answerStored: (payload: unknown) => waiting.forEach((answer) => answer(payload)),
    name: (file: TravelFile) => dispatch(addTravelFile(projectStore.getState().document.travelData, file)),
  };
}

it('answers nothing before the files that the project switches on are read from the storage, and then with them', async () => {
  const { asked, ask, answerStored, name } = await openPage();
  await ask();
  expect(asked.map(({ operation }) => operation)).toEqual(['matrix']);

  name(rides);
  const answered = ask();
  await new Promise((later) => setTimeout(later));
  expect(asked).toHaveLength(1);
  answerStored({ kind: 'pairs', source: { name: 'pairs.csv' } as RailSource });
  await answered;
  expect(asked.at(-1)).toEqual({ operation: 'matrix', sources: 1 });
});

it('does not wait for a file that this browser does not have', async () => {
  const { asked, ask, answerStored, name } = await openPage();
  name(rides);
  const answered = ask();
  answerStored(undefined);
  await answered;
  expect(asked).toEqual([{ operation: 'matrix', sources: 0 }]);
});
