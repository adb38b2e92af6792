import type { Command } from '../command.ts';
import type { TravelDataState, TravelFile } from '../document/circles-state.ts';
import { build, set } from './build-command.ts';

/** Puts a file in, switched on; one of the same kind and name gives way to it. */
export function addTravelFile(travelData: TravelDataState, file: TravelFile): Command {
  const others = travelData.files.filter(
    ({ id, kind, name }) => id !== file.id && !(kind === file.kind && name === file.name),
  );
  return build('add-travel-file', [set(['travelData', 'files'], [...others, file])]);
}

/** Takes a file out of the project. */
export function removeTravelFile(travelData: TravelDataState, id: string): Command {
  return build('remove-travel-file', [
    set(
      ['travelData', 'files'],
      travelData.files.filter((file) => file.id !== id),
    ),
  ]);
}

/** Switches a file on or off, or takes its fastest or median rides. */
export function changeTravelFile(
  travelData: TravelDataState,
  id: string,
  change: Partial<Pick<TravelFile, 'on' | 'ride'>>,
): Command {
  return build('change-travel-file', [
    set(
      ['travelData', 'files'],
      travelData.files.map((file) => (file.id === id ? { ...file, ...change } : file)),
    ),
  ]);
}

/** Own rides stand in place of the embedded ones, or beside them. */
export function setEmbeddedReplaced(replaced: boolean): Command {
  return build('set-embedded-replaced', [set(['travelData', 'replacesEmbedded'], replaced)]);
}
