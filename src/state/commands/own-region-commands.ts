import type { OwnRegion } from '#core/geography/own-region.ts';
import type { Command } from '../command.ts';
import type { ProjectDocument } from '../project-document.ts';
import { build, set } from './build-command.ts';

/** Adds a region of one's own and selects it. */
export function addOwnRegion(document: ProjectDocument, region: OwnRegion): Command {
  return build('add-own-region', [
    { op: 'insert', path: ['ownRegions', document.ownRegions.length], value: region },
    set(['view', 'selection'], { kind: 'region', regionId: region.id }),
  ]);
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

/** Takes a region out, and out of what is compared. */
export function removeOwnRegion(document: ProjectDocument, index: number): Command {
  const region = document.ownRegions[index];
  if (region === undefined) return build('remove-own-region', []);
  const { selection } = document.view;
  return build('remove-own-region', [
    set(
      ['integration', 'agglomerationIds'],
      document.integration.agglomerationIds.filter((id) => id !== region.id),
    ),
    ...(selection.kind === 'region' && selection.regionId === region.id
      ? [set(['view', 'selection'], { kind: 'none' })]
      : []),
    { op: 'remove', path: ['ownRegions', index] },
  ]);
}

/** Compares an own region with what is compared now: the set becomes the person's own, with it. */
export function compareOwnRegion(regionId: string, compared: readonly string[]): Command {
  const ids = [...new Set([...compared, regionId])];
  return build('choose-agglomerations', [
    set(['integration', 'set'], 'custom'),
    set(['integration', 'agglomerationIds'], ids),
  ]);
}
