import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { addTravelFile, changeTravelFile } from '#state/commands/travel-data-commands.ts';
import type { TravelFile } from '#state/document/circles-state.ts';
import { projectStore } from '#state/store.ts';
import type { PeopleGrid } from '#core/surface/people-grid.ts';
import type { RailSource } from '#core/network/rail-source.ts';
import type { TravelPayload } from '#state/travel-files/travel-payload.ts';
import { keepPayload } from '#state/travel-files/travel-file-database.ts';

const travelData = () => projectStore.getState().document.travelData;

const fileNamed = (id: string, kind: TravelFile['kind']): TravelFile => ({
  id,
  kind,
  name: id,
  vintage: '',
  on: true,
  ride: 'fastest',
});

/** A loaded machine takes its time over a first import. */
const PATIENCE = { timeout: 15_000 };

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
    dispatch(addTravelFile(travelData(), fileNamed(id, kind)));
  add('kept', 'flows');
  add('rides', 'pairs');
  add('elsewhere', 'flows');

  const { addedTravelData, travelFiles } = await import('#state/travel-files/travel-files.ts');
  await vi.waitFor(() => expect(travelFiles.getState().payloads.size).toBe(2), PATIENCE);
  expect(travelFiles.getState().payloads.get('kept')).toEqual({ kind: 'flows', flows });
  expect(addedTravelData.getState().rail.sources.map(({ source: { name } }) => name)).toEqual(['pairs.csv']);
  await vi.waitFor(() => expect([...travelFiles.getState().missing]).toEqual(['elsewhere']), PATIENCE);
});

it('counts people from one raster at a time, and other files beside it', () => {
  const { dispatch, undo } = projectStore.getState();
  const on = () =>
    travelData()
      .files.filter((file) => file.on)
      .map(({ id }) => id);
  for (const { id } of travelData().files) dispatch(changeTravelFile(travelData(), id, { on: false }));
  dispatch(addTravelFile(travelData(), fileNamed('rides of 2026', 'gtfs')));
  dispatch(addTravelFile(travelData(), fileNamed('people of 2020', 'people')));
  dispatch(addTravelFile(travelData(), fileNamed('people of 2025', 'people')));
  expect(on()).toEqual(['rides of 2026', 'people of 2025']);
  dispatch(changeTravelFile(travelData(), 'people of 2020', { on: true }));
  expect(on()).toEqual(['rides of 2026', 'people of 2020']);
  undo();
  expect(on()).toEqual(['rides of 2026', 'people of 2025']);
  dispatch(changeTravelFile(travelData(), 'people of 2025', { on: false }));
  expect(on()).toEqual(['rides of 2026']);
});

it('takes rides from files that are on and there, in their order', async () => {
  const { railFilesInUse } = await import('#state/travel-files/travel-files.ts');
  const source = { name: 'a feed' } as RailSource;
  const files = [
    fileNamed('first', 'gtfs'),
    { ...fileNamed('off', 'gtfs'), on: false },
    fileNamed('not there', 'pairs'),
    fileNamed('second', 'pairs'),
    fileNamed('people', 'people'),
  ];
  const payloads = new Map<string, TravelPayload>([
    ['first', { kind: 'gtfs', source }],
    ['off', { kind: 'gtfs', source }],
    ['second', { kind: 'pairs', source }],
    ['people', { kind: 'people', grid: {} as PeopleGrid, peopleInFile: 1 }],
  ]);
  expect(railFilesInUse(files, payloads).map(({ file }) => file.id)).toEqual(['first', 'second']);
});
