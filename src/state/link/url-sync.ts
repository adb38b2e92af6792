import type { StoreApi } from 'zustand/vanilla';
import { openLink } from '../commands/link-commands.ts';
import { moveCamera } from '../commands/view-commands.ts';
import { equalData } from '../document/equal-data.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import type { Camera } from '../document/view-state.ts';
import type { ProjectStore } from '../store.ts';
import { readUrlState, writeUrlState, type DroppedUrlPart } from './url-state.ts';

/** The part of `window` that links need. */
export interface LinkWindow {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
  setTimeout(callback: () => void, delayMs: number): number;
  clearTimeout(handle: number): void;
}

/** How the address and the storage of projects get along; without it every entry is a plain link. */
export interface LinkEntries {
  /** Whether the page begins with a stored project, which then writes the address, or with what the address says. */
  readonly begin: 'project' | 'link';
  /** What each entry of the browser's history remembers beside its address. */
  readonly stateOf: () => unknown;
  /** Called on going back or forward: takes the entry over if it is another project's, and says so. */
  readonly takeOver: () => boolean;
  /** The camera that shows what a link without a map position selects, at once or later; `null` = there is none. */
  readonly viewOf: (document: ProjectDocument) => Camera | null | Promise<Camera | null>;
}

const PLAIN_LINKS: LinkEntries = {
  begin: 'link',
  stateOf: () => null,
  takeOver: () => false,
  viewOf: () => null,
};

/** Cameras closer than this are the same, degrees and zoom steps. */
const SAME_VIEW = 1e-4;

/** Whether a document still shows the same selection from the same place: nobody moved or chose since. */
function showsTheSame({ view: a }: ProjectDocument, { view: b }: ProjectDocument): boolean {
  const offsets = [
    a.camera.zoom - b.camera.zoom,
    ...a.camera.center.map((value, axis) => value - (b.camera.center[axis] ?? Number.NaN)),
  ];
  return equalData(a.selection, b.selection) && offsets.every((offset) => Math.abs(offset) < SAME_VIEW);
}

/**
 * The address is written when things have rested for so long: it costs a third of a frame, which a dragged slider has better
 * use for, and browsers limit how often it may change (Safari: 100 times in 30 s).
 */
const WRITE_AFTER_MS = 500;
/** And at the latest so long after the first change, where things do not come to rest. */
const WRITE_AT_LATEST_MS = 2000;

/** Going back should lead to another workspace or selection, not to the last pixel of a pan. */
function isAnotherPlace(before: ProjectDocument, after: ProjectDocument): boolean {
  return (
    before.view.workspace !== after.view.workspace || !equalData(before.view.selection, after.view.selection)
  );
}

/**
 * Keeps the address and the project in step: reads the link now and whenever a person goes back, forward or edits
 * the address; writes it after changes, as a new entry of the browser's history only for another workspace or selection.
 * @param reportDropped is told what of a link could not be read
 * @returns stops keeping in step
 */
export function startUrlSync(
  store: StoreApi<ProjectStore>,
  page: LinkWindow,
  reportDropped: (dropped: readonly DroppedUrlPart[]) => void,
  entries: LinkEntries = PLAIN_LINKS,
): () => void {
  let rest: number | null = null;
  let latest: number | null = null;
  let written = store.getState().document;

  const cancelWriting = () => {
    if (rest !== null) page.clearTimeout(rest);
    if (latest !== null) page.clearTimeout(latest);
    rest = null;
    latest = null;
  };

  const read = (isStart: boolean) => {
    cancelWriting();
    const link = readUrlState(page.location.hash, store.getState().document);
    const { dropped } = link;
    const view = link.isWithoutView ? entries.viewOf(link.document) : null;
    const camera = view instanceof Promise ? null : view;
    const document =
      camera === null ? link.document : { ...link.document, view: { ...link.document.view, camera } };
    // The link that a page starts with is where its history begins; later ones are steps that can be taken back.
    if (isStart) store.getState().open(document);
    else store.getState().dispatch(openLink(document));
    written = store.getState().document;
    cancelWriting();
    if (dropped.length > 0) reportDropped(dropped);
    // The entry says in full what it shows, so that coming back to it brings exactly that.
    page.history.replaceState(entries.stateOf(), '', `#${writeUrlState(written)}`);
    if (view instanceof Promise) void moveLater(view, document);
  };

  const moveLater = async (view: Promise<Camera | null>, opened: ProjectDocument) => {
    const camera = await view;
    const state = store.getState();
    if (camera !== null && showsTheSame(state.document, opened)) state.dispatch(moveCamera(camera));
  };

  const write = () => {
    cancelWriting();
    const { document } = store.getState();
    const fragment = `#${writeUrlState(document)}`;
    if (fragment !== page.location.hash) {
      if (isAnotherPlace(written, document)) page.history.pushState(entries.stateOf(), '', fragment);
      else page.history.replaceState(entries.stateOf(), '', fragment);
    }
    written = document;
  };

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.document === previous.document) return;
    // A new place gets its entry at once: what changed before it belongs to the old entry.
    if (isAnotherPlace(previous.document, state.document) && latest !== null) {
      cancelWriting();
      page.history.replaceState(entries.stateOf(), '', `#${writeUrlState(previous.document)}`);
      written = previous.document;
    }
    if (rest !== null) page.clearTimeout(rest);
    rest = page.setTimeout(write, WRITE_AFTER_MS);
    latest ??= page.setTimeout(write, WRITE_AT_LATEST_MS);
  });

  const readAgain = () => {
    if (!entries.takeOver()) read(false);
  };
  page.addEventListener('popstate', readAgain);
  if (entries.begin === 'link') read(true);
  else page.history.replaceState(entries.stateOf(), '', `#${writeUrlState(written)}`);
  return () => {
    cancelWriting();
    unsubscribe();
    page.removeEventListener('popstate', readAgain);
  };
}
