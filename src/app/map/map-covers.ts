import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { keptRoom, type CoveredBox, type KeptRoom } from '#map/layers/kept-room.ts';
import type { MapSize } from '#map/layers/map-view.ts';
import { useProject } from '#state/store.ts';

/** What lies over the map says so: itself, or (`parts`) each of its children. */
const COVERS = '[data-covers="whole"], [data-covers="parts"] > *';

/** A map on the page and what lies over it. */
interface CoveredMap {
  readonly size: MapSize;
  readonly boxes: readonly CoveredBox[];
}

const NOTHING: CoveredMap = { size: { width: 0, height: 0 }, boxes: [] };

/**
 * Boxes of the page as boxes of the map: cut at its edges, whole pixels, without those beside it.
 * @param map where the map is on the page
 */
export function boxesOver(map: CoveredBox, covers: readonly CoveredBox[]): readonly CoveredBox[] {
  return covers
    .map((cover) => ({
      left: Math.round(Math.max(cover.left, map.left) - map.left),
      top: Math.round(Math.max(cover.top, map.top) - map.top),
      right: Math.round(Math.min(cover.right, map.right) - map.left),
      bottom: Math.round(Math.min(cover.bottom, map.bottom) - map.top),
    }))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/** Tells what lies over the map whenever that becomes another. Returns the undoing. */
function watchCovers(map: HTMLElement, onChange: (covered: CoveredMap) => void): () => void {
  let last = '';
  const tell = (): void => {
    // On paper all stands elsewhere, for as long as the print lasts.
    if (matchMedia('print').matches) return;
    // What stands outside of the map's part of the page (a talk's card) comes with another size of the map.
    follow();
    const own = map.getBoundingClientRect();
    const covers = [...watched].filter((element) => element !== map && element.isConnected);
    const covered = {
      size: { width: own.width, height: own.height },
      boxes: boxesOver(
        own,
        covers.map((element) => element.getBoundingClientRect()),
      ),
    };
    const text = JSON.stringify(covered);
    if (text === last) return;
    last = text;
    onChange(covered);
  };
  const watched = new Set<Element>();
  const sizes = new ResizeObserver(tell);
  const follow = (): void => {
    const covers = new Set([map, ...document.querySelectorAll(COVERS)]);
    for (const element of watched) {
      if (covers.has(element)) continue;
      watched.delete(element);
      sizes.unobserve(element);
    }
    for (const element of covers) {
      if (watched.has(element)) continue;
      watched.add(element);
      // Tells as soon as it stands.
      sizes.observe(element);
    }
  };
  const children = new MutationObserver(() => {
    const before = watched.size;
    follow();
    if (watched.size < before) tell();
  });
  children.observe(map.closest('main') ?? map, { childList: true, subtree: true });
  follow();
  return () => {
    children.disconnect();
    sizes.disconnect();
  };
}

/** What no name of the map that fills `area` reaches into, for the camera of the project. */
export function useKeptRoom(area: RefObject<HTMLElement | null>): readonly KeptRoom[] {
  const camera = useProject(({ view }) => view.camera);
  const [{ size, boxes }, setCovered] = useState(NOTHING);
  useLayoutEffect(() => {
    const map = area.current;
    return map === null ? undefined : watchCovers(map, setCovered);
  }, [area]);
  return useMemo(() => keptRoom(camera, size, boxes), [camera, size, boxes]);
}
