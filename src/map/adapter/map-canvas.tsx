import './map-canvas.css';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure } from '#core/units/result.ts';
import type { MapHit } from '../layers/map-hit.ts';
import type { MapCamera, MapModel } from '../layers/map-model.ts';
import { startMap, type MapController, type MapMotion } from './map-controller.ts';
import type { OriginDrag } from './origin-drag.ts';
import { hasWebGl } from './web-gl.ts';

/** Why there is no map, or why it has to be drawn anew. */
export type MapFailure = Failure<'webgl-missing' | 'webgl-context-lost' | 'map-error'>;

/** What the map canvas is given. Callbacks may change between renders; the latest are called. */
export interface MapCanvasProps {
  readonly model: MapModel;
  /** The map follows when this differs from where it is; moves by hand come back through `onCameraChange`. */
  readonly camera: MapCamera;
  /** More of the model is on its way: what is drawn by then is not yet all (`data-map-idle`). */
  readonly isExpecting: boolean;
  /** Name of the map for assistive technology, in the person's language. */
  readonly label: string;
  readonly onCameraChange?: (camera: MapCamera) => void;
  /** The pointer moved to other things, or (`null`) off the map. */
  readonly onHover?: (hit: MapHit | null) => void;
  /** Where on the ground the pointer is; `null` when it left the map. */
  readonly onPoint?: (at: LngLat | null) => void;
  /** Click, tap, or a key of `isChoice` for the middle of the map. */
  readonly onSelect?: (hit: MapHit) => void;
  /** Whether a key pressed on the map chooses what is in its middle. */
  readonly isChoice: (stroke: KeyboardEvent) => boolean;
  readonly onOriginDrag?: (drag: OriginDrag) => void;
  /** Called again after the map was rebuilt. */
  readonly onReady?: () => void;
  /** `webgl-context-lost` is followed by an attempt to rebuild; the other failures are for a message to the person. */
  readonly onError?: (failure: MapFailure) => void;
  /** Camera moves that a person asked for. */
  readonly ref?: Ref<MapMotion>;
}

/** Rebuilds after a lost context before giving up. */
const MOST_REBUILDS = 3;
/** Wait before a rebuild, milliseconds: the graphics process needs a moment to come back. */
const REBUILD_DELAY_MS = 800;

/** The map. Fills its parent; load it lazily, it brings MapLibre along, and deck.gl when something of it is to be seen. */
export function MapCanvas(props: MapCanvasProps) {
  const { model, camera, isExpecting, label, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const controller = useRef<MapController | null>(null);
  const latest = useRef(props);
  const [builds, setBuilds] = useState(0);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const report = (failure: MapFailure): void => latest.current.onError?.(failure);
    if (!hasWebGl()) {
      report(webGlMissing);
      return undefined;
    }
    let rebuild: ReturnType<typeof setTimeout> | undefined;
    let started: MapController;
    try {
      started = startMap(element, latest.current.model, latest.current.camera, latest.current.label, {
        onCameraChange: (next) => latest.current.onCameraChange?.(next),
        onHover: (hit) => latest.current.onHover?.(hit),
        onPoint: (at) => latest.current.onPoint?.(at),
        onSelect: (hit) => latest.current.onSelect?.(hit),
        isChoice: (stroke) => latest.current.isChoice(stroke),
        onOriginDrag: (drag) => latest.current.onOriginDrag?.(drag),
        onReady: () => latest.current.onReady?.(),
        onError: (error) => report(mapError(error)),
        onContextLost: () => {
          report(contextLost);
          if (builds < MOST_REBUILDS) rebuild = setTimeout(() => setBuilds(builds + 1), REBUILD_DELAY_MS);
          // Nothing more is drawn: who makes a file of the model waits for it no longer.
          else delete element.dataset['mapIdle'];
        },
      });
    } catch (error) {
      report(mapError(error instanceof Error ? error : new Error(String(error))));
      return undefined;
    }
    started.expect(latest.current.isExpecting);
    controller.current = started;
    const observer = new ResizeObserver(() => started.resize());
    observer.observe(element);
    return () => {
      clearTimeout(rebuild);
      observer.disconnect();
      controller.current = null;
      started.destroy();
    };
  }, [builds]);

  // In the commit that shows that data are asked for, not some time after it.
  useLayoutEffect(() => controller.current?.expect(isExpecting), [isExpecting]);
  useEffect(() => controller.current?.show(model), [model]);
  useEffect(() => controller.current?.setCamera(camera), [camera]);
  useImperativeHandle(
    ref,
    () => ({
      // Where no map can be drawn the project still goes there: what it shows is told by panels, table and exports.
      flyTo: (target) =>
        controller.current === null
          ? latest.current.onCameraChange?.(target)
          : controller.current.flyTo(target),
      awaitModel: () => controller.current?.awaitModel(),
    }),
    [],
  );

  return (
    <div
      ref={container}
      role="region"
      aria-label={label}
      data-testid="map"
      style={{ position: 'absolute', inset: 0 }}
    />
  );
}

const webGlMissing: MapFailure = {
  reason: 'webgl-missing',
  message: 'This browser gives no WebGL 2, which the map is drawn with.',
  nextStep:
    'Turn on hardware acceleration in the browser’s settings, or open the page in a current Chrome, Edge, Firefox or Safari.',
};

const contextLost: MapFailure = {
  reason: 'webgl-context-lost',
  message: 'The graphics driver took the map’s picture away.',
  nextStep:
    'The map is being drawn again; nothing of the project is lost. If it stays empty, reload the page.',
};

function mapError(error: Error): MapFailure {
  return {
    reason: 'map-error',
    message: `The map reported: ${error.message}`,
    nextStep: 'Reload the page; the project is kept. If it happens again, please report the message.',
    values: { error: error.message },
  };
}
