import { addTravelFile } from '#state/commands/travel-data-commands.ts';
import type { TravelFile } from '#state/document/circles-state.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { holdPayload } from '#state/travel-files/travel-files.ts';
import { payloadId, type TravelPayload } from '#state/travel-files/travel-payload.ts';

/** Puts what was taken from a file into the project: content to the browser, name and switch to the document. */
export async function keepFile(
  file: Blob,
  choices: unknown,
  payload: TravelPayload,
  named: Pick<TravelFile, 'name' | 'vintage'>,
): Promise<void> {
  const id = await payloadId(file, choices);
  // The content first: the document's switch finds it there.
  await holdPayload(id, payload);
  const { travelData } = projectStore.getState().document;
  dispatch(addTravelFile(travelData, { id, kind: payload.kind, ...named, on: true, ride: 'fastest' }));
}
