import type { OwnRegion } from '#core/geography/own-region.ts';
import type { Command, Operation } from '../command.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { build, set } from './build-command.ts';

/**
 * Adds a region of one's own. A copy of a region that is compared is compared in its place.
 *
 * @param compared Ids of the regions compared now.
 * @param isSelected Whether the inspector shows it.
 */
export function addOwnRegion(
  document: ProjectDocument,
  region: OwnRegion,
  compared: readonly string[] = [],
  isSelected = true,
): Command {
  const { copiedFrom } = region;
  const takesPlace = copiedFrom !== null && compared.includes(copiedFrom);
  return build('add-own-region', [
    { op: 'insert', path: ['ownRegions', document.ownRegions.length], value: region },
    ...(takesPlace ? compare(compared.map((id) => (id === copiedFrom ? region.id : id))) : []),
    ...(isSelected ? [set(['view', 'selection'], { kind: 'region', regionId: region.id })] : []),
  ]);
}

function compare(regionIds: readonly string[]): readonly Operation[] {
  return [set(['integration', 'set'], 'custom'), set(['integration', 'agglomerationIds'], regionIds)];
}

/** Changes name, kind, members or cores. Coalesces while a name is typed. */
export function changeOwnRegion(
  index: number,
  changes: Partial<Omit<OwnRegion, 'id' | 'copiedFrom'>>,
): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['ownRegions', index, key], value }) as const,
  );
  return 'name' in changes
    ? build('change-own-region', operations, `own-region:${index}:name`)
    : build('change-own-region', operations);
}

/** Takes a region out, and out of what is compared, where the region that it was copied from takes its place. */
export function removeOwnRegion(document: ProjectDocument, index: number): Command {
  const region = document.ownRegions[index];
  if (region === undefined) return build('remove-own-region', []);
  const { selection } = document.view;
  const compared = document.integration.agglomerationIds;
  const former =
    region.copiedFrom === null || compared.includes(region.copiedFrom) ? [] : [region.copiedFrom];
  return build('remove-own-region', [
    set(
      ['integration', 'agglomerationIds'],
      compared.flatMap((id) => (id === region.id ? former : [id])),
    ),
    ...(selection.kind === 'region' && selection.regionId === region.id
      ? [set(['view', 'selection'], { kind: 'none' })]
      : []),
    { op: 'remove', path: ['ownRegions', index] },
  ]);
}

/** Compares an own region with what is compared now: the set becomes the person's own, with it. */
export function compareOwnRegion(regionId: string, compared: readonly string[]): Command {
  return build('choose-agglomerations', compare([...new Set([...compared, regionId])]));
}
