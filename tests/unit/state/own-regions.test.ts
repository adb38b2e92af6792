import { describe, expect, it } from 'vitest';
import type { OwnRegion } from '#core/geography/own-region.ts';
import { applyCommand } from '#state/command.ts';
import {
  addOwnRegion,
  changeOwnRegion,
  compareOwnRegion,
  removeOwnRegion,
} from '#state/commands/own-region-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';

const copy: OwnRegion = {
  id: 'custom:copy',
  kind: 'agglomeration',
  name: '成渝',
  wholeUnits: ['510100'],
  partCounties: [],
  cores: ['510100'],
  copiedFrom: 'chengyu',
};
const compared = ['yrd', 'chengyu'];

describe('own regions in the project', () => {
  it('are compared in the place of what they were copied from, and give the place back', () => {
    const added = applyCommand(DEFAULT_DOCUMENT, addOwnRegion(DEFAULT_DOCUMENT, copy, compared));
    expect(added.document.integration).toMatchObject({
      set: 'custom',
      agglomerationIds: ['yrd', 'custom:copy'],
    });
    expect(added.document.view.selection).toEqual({ kind: 'region', regionId: 'custom:copy' });
    expect(applyCommand(added.document, added.inverse).document).toEqual(DEFAULT_DOCUMENT);
    const removed = applyCommand(added.document, removeOwnRegion(added.document, 0)).document;
    expect(removed.integration.agglomerationIds).toEqual(['yrd', 'chengyu']);
    expect(removed.ownRegions).toEqual([]);
    expect(removed.view.selection).toEqual({ kind: 'none' });
  });

  it('made from nothing change nothing that is compared until they are asked to', () => {
    const own = { ...copy, copiedFrom: null };
    const added = applyCommand(DEFAULT_DOCUMENT, addOwnRegion(DEFAULT_DOCUMENT, own, compared)).document;
    expect(added.integration).toEqual(DEFAULT_DOCUMENT.integration);
    const joined = applyCommand(added, compareOwnRegion(own.id, compared)).document;
    expect(joined.integration.agglomerationIds).toEqual([...compared, own.id]);
    const removed = applyCommand(joined, removeOwnRegion(joined, 0)).document;
    expect(removed.integration.agglomerationIds).toEqual(compared);
  });

  it('are left unselected where the inspector has nothing to show or no room', () => {
    const added = applyCommand(DEFAULT_DOCUMENT, addOwnRegion(DEFAULT_DOCUMENT, copy, compared, false));
    expect(added.document.ownRegions).toEqual([copy]);
    expect(added.document.view.selection).toEqual({ kind: 'none' });
    expect(applyCommand(added.document, added.inverse).document).toEqual(DEFAULT_DOCUMENT);
  });

  it('are changed member by member, each step undone for itself', () => {
    const { document } = applyCommand(DEFAULT_DOCUMENT, addOwnRegion(DEFAULT_DOCUMENT, copy, compared));
    const changed = applyCommand(document, changeOwnRegion(0, { wholeUnits: ['510100', '500000'] }));
    expect(changed.document.ownRegions[0]?.wholeUnits).toEqual(['510100', '500000']);
    expect(applyCommand(changed.document, changed.inverse).document).toEqual(document);
  });
});
