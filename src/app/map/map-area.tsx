import { lazy, memo, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regionIdOf } from '#core/geography/variant-key.ts';
import type { MapFailure } from '#map/adapter/map-canvas.tsx';
import type { MapMotion } from '#map/adapter/map-controller.ts';
import type { MapHit } from '#map/layers/map-hit.ts';
import type { MapTarget } from '#map/layers/map-model.ts';
import type { MapPart } from '#map/map-part.ts';
import { moveCamera, select } from '#state/commands/view-commands.ts';
import type { Selection } from '#state/document/view-state.ts';
import { setHovered } from '#state/hovered.ts';
import { dispatch, useProject } from '#state/store.ts';
import { deedOf } from '#ui/keyboard/shortcuts.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { afterFirstPicture, announceFirstPicture } from '#state/first-picture.ts';
import { PartBoundary } from '../shell/broken-part.tsx';
import { paperLook } from '../theme/paper-look.ts';
import { workspaceEntries } from '../workspaces.tsx';
import { cutTilesInWorker, tileFailure, type TileFailure } from './cut-tiles.ts';
import classes from './map-area.module.css';
import { useKeptRoom } from './map-covers.ts';
import { MapFailureNotice } from './map-failure-notice.tsx';
import { MapParts } from './map-parts.tsx';
import { useExpectedData } from './use-expected-data.ts';
import { useMapModel } from './use-map-model.ts';
import { useTraveller } from './use-traveller.ts';

cutTilesInWorker();

/** On paper the canvas stays as it stands: colours that it can't show in time would only come and go on the screen. */
const MapCanvas = memo(
  lazy(async () => ({ default: (await import('#map/adapter/map-canvas.tsx')).MapCanvas })),
  () => paperLook.getState().isOnPaper,
);

const PaperMap = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./paper-map.tsx')).PaperMap })),
);

const MapFurniture = lazy(async () => ({
  default: (await import('./map-furniture.tsx')).MapFurniture,
}));

const LayerMenu = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./layer-menu.tsx')).LayerMenu })),
);
const Timeline = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./timeline.tsx')).Timeline })),
);

function selectionOf(target: MapTarget | null, hit: MapHit): Selection | null {
  switch (target?.kind) {
    case undefined:
      return { kind: 'none' };
    case 'region':
      return { kind: 'region', regionId: regionIdOf(target.variantKey) };
    case 'prefecture':
    case 'county':
      return { kind: 'unit', adcode: target.adcode };
    case 'rail-line':
      return { kind: 'line', lineId: target.lineId };
    case 'road-link':
      return { kind: 'link', linkId: target.linkId };
    case 'station':
      return { kind: 'station', name: target.name };
    case 'origin':
      return { kind: 'point', at: hit.at };
    case 'flow':
      return null;
  }
  return target satisfies never;
}

function MapLoading() {
  const { t } = useTranslation();
  return <p className={classes.waiting}>{t('map.loading')}</p>;
}

/** The map with what floats on it: layers, legend, timeline. */
export function MapArea({
  isCovered,
}: {
  /** Panel or inspector lies over it: out of reach until they are closed. */
  readonly isCovered: boolean;
}) {
  const shownTheme = useShownTheme();
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const motion = useRef<MapMotion>(null);
  const [hover, setHover] = useState<MapTarget | null>(null);
  const [failure, setFailure] = useState<MapFailure | TileFailure | null>(null);
  // Every tile that fails reports it anew: once closed it stays so, until the map is there again.
  const [closed, setClosed] = useState<string | null>(null);
  const [parts, setParts] = useState<readonly MapPart[]>([]);
  const camera = useProject(({ view }) => view.camera);
  const timeline = useProject(({ view }) => workspaceEntries[view.workspace].timeline);
  const model = useMapModel(shownTheme, parts, hover);
  const keptRoom = useKeptRoom(area);
  const shownModel = useMemo(() => ({ ...model, keptRoom }), [model, keptRoom]);
  const isExpecting = useExpectedData();

  useTraveller(area, motion);

  const takeParts = useCallback((next: readonly MapPart[]) => {
    motion.current?.awaitModel();
    setParts(next);
  }, []);

  const onSelect = useCallback(
    (hit: MapHit) => {
      if (parts.some((part) => part.onSelect?.(hit) === true)) return;
      const selection = selectionOf(hit.target, hit);
      if (selection !== null) dispatch(select(selection));
    },
    [parts],
  );

  return (
    <div ref={area} className={classes.area} inert={isCovered}>
      <Suspense fallback={<MapLoading />}>
        <MapCanvas
          ref={motion}
          model={shownModel}
          camera={camera}
          isExpecting={isExpecting}
          label={t('map.label')}
          onCameraChange={(next) => dispatch(moveCamera(next))}
          onHover={(hit) => {
            const target = hit?.target ?? null;
            setHover(target);
            const pointed = hit === null ? null : selectionOf(target, hit);
            setHovered('map', pointed?.kind === 'region' || pointed?.kind === 'unit' ? pointed : null);
          }}
          onPoint={(at) => parts.forEach((part) => part.onPoint?.(at))}
          onSelect={onSelect}
          isChoice={(stroke) => deedOf('onMap', stroke) === 'choose'}
          onOriginDrag={(drag) => parts.forEach((part) => part.onOriginDrag?.(drag))}
          onReady={() => {
            announceFirstPicture();
            setFailure(null);
            setClosed(null);
          }}
          onError={(reported) => {
            // No picture comes: what waits for the first one need not wait any longer.
            announceFirstPicture();
            setFailure(tileFailure(reported.message) ?? reported);
          }}
        />
        <MapFurniture model={model} />
      </Suspense>
      <PartBoundary place="map on paper">
        <Suspense fallback={null}>
          <PaperMap />
        </Suspense>
      </PartBoundary>
      <MapParts onChange={takeParts} />
      {failure !== null && failure.reason !== closed && (
        <MapFailureNotice failure={failure} onClose={() => setClosed(failure.reason)} />
      )}
      <PartBoundary place="map tools">
        <Suspense fallback={null}>
          <div className={classes.tools} data-covers="parts">
            <LayerMenu />
            {timeline !== 'none' && <Timeline kind={timeline} />}
          </div>
        </Suspense>
      </PartBoundary>
    </div>
  );
}
