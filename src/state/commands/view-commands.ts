import type { Maturity } from '#core/geography/region.ts';
import type { RailCategory } from '#core/network/rail-line.ts';
import type { Command } from '../command.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type {
  Camera,
  Language,
  LayerToggle,
  PlacedYardstick,
  Selection,
  StructureLook,
  Theme,
  Workspace,
} from '../document/view-state.ts';
import { build, set } from './build-command.ts';

/** Moves the map. No step of the history. */
export function moveCamera(camera: Camera): Command {
  return build('move-camera', [set(['view', 'camera'], camera)]);
}

/** Goes to another workspace. No step of the history. */
export function enterWorkspace(workspace: Workspace): Command {
  return build('enter-workspace', [set(['view', 'workspace'], workspace)]);
}

/** Shows something in the inspector. No step of the history. */
export function select(selection: Selection): Command {
  return build('select', [set(['view', 'selection'], selection)]);
}

/** Empties the inspector. No step of the history. */
export function clearSelection(): Command {
  return select({ kind: 'none' });
}

/** Changes the language of the interface. No step of the history. */
export function setLanguage(language: Language): Command {
  return build('set-language', [set(['view', 'language'], language)]);
}

/** Changes light and dark. No step of the history. */
export function setTheme(theme: Theme): Command {
  return build('set-theme', [set(['view', 'theme'], theme)]);
}

/** Changes what of the structure is open and drawn. No step of the history. */
export function lookAtStructure(look: StructureLook, change: Partial<StructureLook>): Command {
  return build('look-at-structure', [set(['view', 'structure'], { ...look, ...change })]);
}

/** Shows or hides a layer in one workspace. */
export function setLayerVisible(workspace: Workspace, layer: LayerToggle, visible: boolean): Command {
  return build('set-layer-visible', [set(['view', 'layers', workspace, layer], visible)]);
}

/** Shows the lines opened up to a year; `null` = all open ones. Coalesces while the slider moves. */
export function setRailYear(year: number | null): Command {
  return build('set-rail-year', [set(['view', 'railYear'], year)], 'rail-year');
}

/** Shows the lines of these categories. */
export function setRailCategories(categories: readonly RailCategory[]): Command {
  return build('set-rail-categories', [set(['view', 'railCategories'], categories)]);
}

/** Shows the agglomerations of these types. */
export function setMaturities(maturities: readonly Maturity[]): Command {
  return build('set-maturities', [set(['view', 'maturities'], maturities)]);
}

/** Draws a region in one of its variants; `null` goes back to the current one. */
export function chooseRegionVariant(regionId: string, variantKey: string | null): Command {
  const path = ['view', 'regionVariants', regionId];
  return build('choose-region-variant', [
    variantKey === null ? { op: 'delete', path } : { op: 'set', path, value: variantKey },
  ]);
}

/** Lays a yardstick over a place, or moves it there. */
export function placeYardstick(placed: readonly PlacedYardstick[], id: string, at: LngLat): Command {
  const moved = { id, at };
  const isThere = placed.some((each) => each.id === id);
  return build('place-yardstick', [
    set(
      ['view', 'yardsticks'],
      isThere ? placed.map((each) => (each.id === id ? moved : each)) : [...placed, moved],
    ),
  ]);
}

/** Takes a yardstick off the map. */
export function removeYardstick(placed: readonly PlacedYardstick[], id: string): Command {
  return build('remove-yardstick', [
    set(
      ['view', 'yardsticks'],
      placed.filter((each) => each.id !== id),
    ),
  ]);
}
