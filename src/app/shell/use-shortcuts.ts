import { useEffect, useRef } from 'react';
import type { Heading } from '#core/geography/neighbour-towards.ts';
import { clearSelection, enterWorkspace } from '#state/commands/view-commands.ts';
import { WORKSPACES } from '#state/project-document.ts';
import { dispatch, projectStore } from '#state/store.ts';

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

const HEADINGS: Readonly<Record<string, Heading | undefined>> = {
  arrowup: 'north',
  arrowright: 'east',
  arrowdown: 'south',
  arrowleft: 'west',
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
  const withControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (withControl && key === 'k') actions.onSearch();
  else if (isTyping(event.target)) return false;
  else if (withControl && (key === 'y' || (key === 'z' && event.shiftKey))) projectStore.getState().redo();
  else if (withControl && key === 'z') projectStore.getState().undo();
  else if (withControl || event.altKey) return false;
  else if (event.shiftKey && HEADINGS[key] !== undefined) {
    if (takesArrows(event.target) || hasOpenLayer()) return false;
    stepTo(HEADINGS[key]);
  } else if (key === '/') actions.onSearch();
  else if (key === '?') actions.onHelp();
  else if (key === '[') actions.onTogglePanel();
  else if (key === 'escape') {
    if (hasOpenLayer()) return false;
    dispatch(clearSelection());
  } else {
    const workspace = /^[1-5]$/.test(key) ? WORKSPACES[Number(key) - 1] : undefined;
    if (workspace === undefined) return false;
    dispatch(enterWorkspace(workspace));
  }
  return true;
}

/** The keys of the help dialog, anywhere on the page except while typing. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runShortcut(event, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
