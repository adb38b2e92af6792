import { useEffect, useRef, type RefObject } from 'react';
import type { MapMotion } from '#map/adapter/map-controller.ts';
import { registerTraveller } from '#state/camera-motion.ts';
import { moveCamera } from '#state/commands/view-commands.ts';
import type { Camera } from '#state/document/view-state.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { cameraAfterClosing, measureMap, tripTo, type Trip } from './uncovered-map.ts';

/**
 * Takes the map to places, clear of what lies over it; on a page too narrow for that, as soon as the inspector is closed.
 * @param area The element that the map fills.
 * @param motion The map once it is there.
 */
export function useTraveller(area: RefObject<HTMLElement | null>, motion: RefObject<MapMotion | null>): void {
  const isInspecting = useProject(({ view }) => view.selection.kind !== 'none');
  const trip = useRef<Trip | null>(null);

  useEffect(
    () =>
      registerTraveller({
        cameraShowing: (
          destination,
          willInspect = projectStore.getState().document.view.selection.kind !== 'none',
        ) => {
          if (area.current === null) return null;
          const { size, covers } = measureMap(area.current, willInspect);
          trip.current = tripTo(destination, size, covers);
          return trip.current.camera;
        },
        fly: (to) => fly(motion.current, to),
      }),
    [area, motion],
  );

  useEffect(() => {
    if (isInspecting || area.current === null) return;
    const { camera } = projectStore.getState().document.view;
    const { size, covers } = measureMap(area.current, false);
    const to = cameraAfterClosing(trip.current, camera, size, covers);
    if (to !== null) fly(motion.current, to);
  }, [isInspecting, area, motion]);
}

/** Where there is no map the project still goes there: panels, table and exports tell what it shows. */
function fly(motion: MapMotion | null, to: Camera): void {
  if (motion === null) dispatch(moveCamera(to));
  else motion.flyTo(to);
}
