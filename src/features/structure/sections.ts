import { clearSelection, enterWorkspace } from '#state/commands/view-commands.ts';
import { dispatch } from '#state/store.ts';
import { openRegion } from './structure-view.ts';

/** Sections under the list of agglomerations, by the ids of their elements. */
export const SECTIONS = {
  metros: 'structure-metros',
  frame: 'structure-frame',
  growth: 'structure-growth',
  yardsticks: 'structure-yardsticks',
  moran: 'structure-moran',
  circulation: 'structure-circulation',
} as const;

/** A section of a page of the structure panel. */
export type Section = keyof typeof SECTIONS;

/** How long a section that is still on its way is waited for, milliseconds. */
const PATIENCE_MS = 5_000;

/** Brings a section to the top of the panel; `false` while it is not there. */
export function scrollToSection(section: Section): boolean {
  const element = document.getElementById(SECTIONS[section]);
  element?.scrollIntoView({ block: 'start' });
  return element !== null;
}

/** Goes to a section from anywhere: to the workspace, back to the list, and down to it as soon as it is there. */
export function goToSection(section: Section): void {
  dispatch(enterWorkspace('structure'));
  dispatch(clearSelection());
  openRegion(null);
  const until = performance.now() + PATIENCE_MS;
  const look = (): void => {
    if (!scrollToSection(section) && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
