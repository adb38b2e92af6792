import { useEffect, useRef } from 'react';
import type { Heading } from '#core/geography/neighbour-towards.ts';
import { clearSelection, enterWorkspace } from '#state/commands/view-commands.ts';
import { WORKSPACES } from '#state/document/view-state.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { deedOf } from '#ui/keyboard/shortcuts.ts';
import { waitsForDialog } from '#ui/keyboard/waits-for-dialog.ts';

interface ShortcutActions {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onTogglePanel: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select'))
  );
}

/** A list to choose from that is closed: nothing is being typed there, whatever the focus says. */
function isClosedList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[aria-haspopup=listbox][aria-expanded=false]');
}

/** Keys that mean the same while a field has the focus. */
function holdsInFields(deed: string, event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  return deed === 'search' || ((deed === 'undo' || deed === 'redo') && isClosedList(event.target));
}

const HEADINGS: Readonly<Record<string, Heading | undefined>> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
};

/** Borders and neighbours are read with the first step: the page does without them until then. */
function stepTo(heading: Heading): void {
  void import('../map/step-to-neighbour.ts').then(({ stepToNeighbour }) => stepToNeighbour(heading));
}

/** Sliders, tabs and lists take the arrow keys for themselves, also with Shift. */
function takesArrows(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role=slider], [role=tablist], [role=listbox], [role=radiogroup], input, summary') !==
      null
  );
}

/** True while a dialog, a menu or a list is open: it takes Esc for itself. */
function hasOpenLayer(): boolean {
  const layers = document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]');
  return [...layers].some((layer) => layer.checkVisibility());
}

function runShortcut(event: KeyboardEvent, actions: ShortcutActions): boolean {
  const deed = deedOf('anywhere', event);
  if (deed === null || (isTyping(event.target) && !holdsInFields(deed, event))) return false;
  if (waitsForDialog(deed)) return false;
  switch (deed) {
    case 'search':
      actions.onSearch();
      return true;
    case 'help':
      actions.onHelp();
      return true;
    case 'panel':
      actions.onTogglePanel();
      return true;
    case 'undo':
      projectStore.getState().undo();
      return true;
    case 'redo':
      projectStore.getState().redo();
      return true;
    case 'workspace': {
      const workspace = WORKSPACES[Number(event.key) - 1];
      if (workspace !== undefined) dispatch(enterWorkspace(workspace));
      return true;
    }
    case 'neighbour': {
      const heading = HEADINGS[event.key];
      if (heading === undefined || takesArrows(event.target) || hasOpenLayer()) return false;
      stepTo(heading);
      return true;
    }
    case 'clear':
      dispatch(clearSelection());
      return true;
    case 'saveScene':
      // The button that saves scenes listens itself, once it is there.
      return false;
  }
  return deed satisfies never;
}

/** The keys that work anywhere on the page except while typing. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    // A dialog may be gone by the time its Esc comes here: whether one was open is seen before it.
    let closesLayer = false;
    const look = (event: KeyboardEvent) => {
      closesLayer = event.key === 'Escape' && hasOpenLayer();
    };
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !closesLayer && runShortcut(event, latest.current))
        event.preventDefault();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
