import type { Command } from '../command.ts';
import type { TravelDataState, TravelFile } from '../document/circles-state.ts';
import { build, set } from './build-command.ts';

/** The files with one that counts alone among its kind: people are counted from one raster at a time. */
function withPeopleOfOne(files: readonly TravelFile[], chosen: TravelFile): readonly TravelFile[] {
  if (chosen.kind !== 'people' || !chosen.on) return files;
  return files.map((file) =>
    file.kind === 'people' && file.id !== chosen.id ? { ...file, on: false } : file,
  );
}

/** Puts a file in, switched on; one of the same kind and name gives way to it, and a raster of people switches others off. */
export function addTravelFile(travelData: TravelDataState, file: TravelFile): Command {
  const others = travelData.files.filter(
    ({ id, kind, name }) => id !== file.id && !(kind === file.kind && name === file.name),
  );
  return build('add-travel-file', [set(['travelData', 'files'], withPeopleOfOne([...others, file], file))]);
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

/** Switches a file on or off (a raster of people that goes on switches others off), or takes its fastest or median rides. */
export function changeTravelFile(
  travelData: TravelDataState,
  id: string,
  change: Partial<Pick<TravelFile, 'on' | 'ride'>>,
): Command {
  const files = travelData.files.map((file) => (file.id === id ? { ...file, ...change } : file));
  const changed = files.find((file) => file.id === id);
  return build('change-travel-file', [
    set(['travelData', 'files'], changed === undefined ? files : withPeopleOfOne(files, changed)),
  ]);
}

/** Own rides stand in place of the embedded ones, or beside them. */
export function setEmbeddedReplaced(replaced: boolean): Command {
  return build('set-embedded-replaced', [set(['travelData', 'replacesEmbedded'], replaced)]);
}
