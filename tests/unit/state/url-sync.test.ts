import { describe, expect, it } from 'vitest';
import { setCircleMinutes } from '#state/commands/circle-commands.ts';
import { enterWorkspace, moveCamera, select } from '#state/commands/view-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { createProjectStore } from '#state/store.ts';
import { startUrlSync, type LinkEntries, type LinkWindow } from '#state/link/url-sync.ts';
import type { DroppedUrlPart } from '#state/link/url-state.ts';

/** A window with an address, a history that can be walked, and a clock that is set by hand. */
class HandWindow implements LinkWindow {
  readonly entries: string[];
  readonly history: LinkWindow['history'];
  private place = 0;
  private listeners: (() => void)[] = [];
  private timers = new Map<number, { readonly callback: () => void; readonly at: number }>();
  private nextTimer = 1;
  private now = 0;

  constructor(hash: string) {
    this.entries = [hash];
    this.history = {
      pushState: (_data: unknown, _title: string, url?: string | URL | null) => {
        this.entries.splice(this.place + 1);
        this.entries.push(String(url));
        this.place += 1;
      },
      replaceState: (_data: unknown, _title: string, url?: string | URL | null) => {
        this.entries[this.place] = String(url);
      },
    };
  }

  get location() {
    return { hash: this.entries[this.place] ?? '' };
  }
  addEventListener(_type: 'popstate', listener: () => void) {
    this.listeners.push(listener);
  }
  removeEventListener(_type: 'popstate', listener: () => void) {
    this.listeners = this.listeners.filter((other) => other !== listener);
  }
  setTimeout(callback: () => void, ms: number) {
    this.timers.set(this.nextTimer, { callback, at: this.now + ms });
    return this.nextTimer++;
  }
  clearTimeout(handle: number) {
    this.timers.delete(handle);
  }
  /** Lets all timers run out. */
  wait() {
    this.pass(10_000);
  }
  pass(ms: number) {
    this.now += ms;
    for (const [handle, { callback, at }] of [...this.timers].toSorted(([, a], [, b]) => a.at - b.at)) {
      if (at <= this.now && this.timers.delete(handle)) callback();
    }
  }
  go(steps: number) {
    this.place += steps;
    for (const listener of this.listeners) listener();
  }
}

function open(hash: string, viewOf?: LinkEntries['viewOf']) {
  const page = new HandWindow(hash);
  const store = createProjectStore(DEFAULT_DOCUMENT, () => 0);
  const dropped: DroppedUrlPart[] = [];
  const stop = startUrlSync(store, page, (parts) => dropped.push(...parts), {
    begin: 'link',
    stateOf: () => null,
    takeOver: () => false,
    viewOf: viewOf ?? (() => null),
  });
  const { dispatch } = store.getState();
  return { page, store, dropped, stop, dispatch, shown: () => store.getState().document };
}

describe('address and project', () => {
  it('are brought in step when things rest, and at the latest after two seconds of a drag', () => {
    const { page, dispatch } = open('');
    const before = page.location.hash;
    const drag = (steps: number, from: number) => {
      for (let step = 0; step < steps; step++) {
        dispatch(setCircleMinutes(from + step));
        page.pass(100);
      }
    };
    drag(15, 30);
    expect(page.location.hash).toBe(before);
    drag(6, 45);
    const during = page.location.hash;
    expect(during).not.toBe(before);
    page.pass(300);
    expect(page.location.hash).toBe(during);
    page.pass(200);
    expect(page.location.hash).toContain('50');
    expect(page.entries).toHaveLength(1);
  });

  it('start in step with the link', () => {
    const { shown, store } = open('#ws=circles&min=45&v=1');
    expect(store.getState().history.past).toEqual([]);
    expect(shown().view.workspace).toBe('circles');
    expect(shown().circles.minutes).toBe(45);
  });

  it('do not flood the browser’s history while the map is panned and a slider moves', () => {
    const { page, dispatch } = open('');
    for (let step = 0; step < 50; step += 1) {
      dispatch(moveCamera({ center: [100 + step / 10, 30], zoom: 6 }));
      dispatch(setCircleMinutes(30 + step));
      page.wait();
    }
    expect(page.entries).toHaveLength(1);
    expect(page.entries[0]).toContain('min=79');
  });

  it('go back to the former workspace and selection, and forward again', () => {
    const { page, dispatch, shown } = open('');
    dispatch(moveCamera({ center: [104, 30], zoom: 7 }));
    dispatch(select({ kind: 'region', regionId: 'chengyu' }));
    page.wait();
    dispatch(enterWorkspace('circles'));
    page.wait();
    expect(page.entries).toHaveLength(3);
    page.go(-1);
    expect(shown().view.workspace).toBe('structure');
    expect(shown().view.selection).toEqual({ kind: 'region', regionId: 'chengyu' });
    page.go(-1);
    expect(shown().view.selection).toEqual({ kind: 'none' });
    expect(shown().view.camera.zoom).toBe(7);
    page.go(2);
    page.wait();
    expect(shown().view.workspace).toBe('circles');
    expect(page.entries).toHaveLength(3);
  });

  it('going back is undoable where it changed a decision', () => {
    const { page, store, dispatch, shown } = open('');
    dispatch(enterWorkspace('circles'));
    page.wait();
    dispatch(setCircleMinutes(90));
    page.wait();
    page.go(-1);
    expect(shown().circles.minutes).toBe(60);
    store.getState().undo();
    expect(shown().circles.minutes).toBe(90);
  });

  it('report and repair a broken link', () => {
    const { page, dropped } = open('#ws=circles&min=-5');
    expect(dropped.map(({ key }) => key)).toEqual(['min']);
    expect(page.location.hash).not.toContain('min');
  });

  const close = { center: [105, 30], zoom: 6 } as const;

  it('show what a link selects: at once where its place is known, not where the link says a position', () => {
    const { page, shown, store } = open('#sel=region:chengyu', () => close);
    expect(shown().view.camera).toEqual(close);
    expect(page.location.hash).toContain('map=6/30/105');
    page.entries[0] = '#map=5/35/110&sel=region:yrd';
    page.go(0);
    expect(shown().view.camera).toEqual({ center: [110, 35], zoom: 5 });
    // A link that is followed is one step, from view to view.
    page.entries[0] = '#sel=region:chengyu&min=90';
    page.go(0);
    expect(shown().view.camera).toEqual(close);
    store.getState().undo();
    expect(shown().view.camera).toEqual({ center: [110, 35], zoom: 5 });
  });

  it('show what a link selects once its place is known, unless somebody moved or chose meanwhile', async () => {
    const later = () => Promise.resolve(close);
    const national = DEFAULT_DOCUMENT.view.camera;
    const waiting = open('#sel=region:chengyu', later);
    expect(waiting.shown().view.camera).toEqual(national);
    await later();
    expect(waiting.shown().view.camera).toEqual(close);
    expect(waiting.store.getState().history.past).toEqual([]);
    waiting.page.wait();
    // Nothing that one could go back to: the place is the same.
    expect(waiting.page.entries).toHaveLength(1);
    expect(waiting.page.location.hash).toContain('map=6/30/105');

    const moved = open('#sel=region:chengyu', later);
    moved.dispatch(moveCamera({ center: [120, 31], zoom: 8 }));
    await later();
    expect(moved.shown().view.camera.zoom).toBe(8);

    const chosen = open('#sel=region:chengyu', later);
    chosen.dispatch(select({ kind: 'none' }));
    await later();
    expect(chosen.shown().view.camera).toEqual(national);
  });

  it('going back to an entry shows the view it was left with', () => {
    const { page, dispatch, shown } = open('#sel=region:chengyu', () => close);
    dispatch(moveCamera({ center: [106, 29], zoom: 9 }));
    page.wait();
    dispatch(enterWorkspace('circles'));
    page.wait();
    page.go(-1);
    expect(shown().view.camera).toEqual({ center: [106, 29], zoom: 9 });
  });

  it('part when stopped', () => {
    const { page, stop, dispatch } = open('');
    stop();
    dispatch(enterWorkspace('circles'));
    page.wait();
    expect(page.entries).toHaveLength(1);
    expect(page.location.hash).toContain('ws=structure');
  });
});
