import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { addTravelFile } from '#state/commands/travel-data-commands.ts';
import { projectStore } from '#state/store.ts';
import { keepPayload } from '#state/travel-files/travel-file-database.ts';

// On the page the workspaces that compute circles, and this module with them, come after the project was read back.
it('reads the files of a project that was there before: after a reload the circle rests on them again', async () => {
  const flows = { name: 'commuters.csv', from: ['510100'], to: ['510100'], people: [7] };
  await keepPayload('kept', { kind: 'flows', flows });
  const source = {
    name: 'pairs.csv',
    vintage: '2026',
    stations: [],
    from: new Uint16Array(),
    to: new Uint16Array(),
    fastestMinutes: new Float32Array(),
    medianMinutes: new Float32Array(),
    trainsPerDay: new Uint16Array(),
  };
  await keepPayload('rides', { kind: 'pairs', source });
  const { dispatch } = projectStore.getState();
  const add = (id: string, kind: 'flows' | 'pairs') =>
    dispatch(
      addTravelFile(projectStore.getState().document.travelData, {
        id,
        kind,
        name: id,
        vintage: '',
        on: true,
        ride: 'fastest',
      }),
    );
  add('kept', 'flows');
  add('rides', 'pairs');
  add('elsewhere', 'flows');

  const { addedTravelData, travelFiles } = await import('#state/travel-files/travel-files.ts');
  await vi.waitFor(() => expect(travelFiles.getState().payloads.size).toBe(2));
  expect(travelFiles.getState().payloads.get('kept')).toEqual({ kind: 'flows', flows });
  expect(addedTravelData.getState().rail.sources.map(({ source: { name } }) => name)).toEqual(['pairs.csv']);
  await vi.waitFor(() => expect([...travelFiles.getState().missing]).toEqual(['elsewhere']));
});
