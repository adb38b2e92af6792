import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { worldPixels } from '#map/layers/map-view.ts';
import { useProject } from '#state/store.ts';
import { useElementSize } from '@mantine/hooks';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { EastIcon, WestIcon } from '#ui/icons/icons.tsx';
import { handleStep } from '#ui/keyboard/shortcuts.ts';
import classes from './scenario-map.module.css';

/** Steps of the arrow keys, pixels; with Shift the longer one. */
const KEY_PIXELS = 24;
const FAR_PIXELS = 120;

/** The line between before (left) and after (right): dragged, moved with the arrow keys, or by clicks on the arrows at its sides (WCAG 2.2, 2.5.7). */
export function SwipeDivider({
  lng,
  onMove,
}: {
  readonly lng: number;
  readonly onMove: (lng: number) => void;
}) {
  const { t } = useTranslation('scenarios');
  const camera = useProject(({ view }) => view.camera);
  const { ref, width } = useElementSize();
  const [isDragging, setDragging] = useState(false);
  const degreesPerPixel = 360 / (worldPixels * 2 ** camera.zoom);
  const x = Math.min(width - 12, Math.max(12, width / 2 + (lng - camera.center[0]) / degreesPerPixel));
  const lngAt = (pixels: number): number => camera.center[0] + (pixels - width / 2) * degreesPerPixel;
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (!isDragging) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    onMove(lngAt(event.clientX - left));
  };
  const moveBy = (pixels: number): void => onMove(lngAt(x + pixels));
  const step = (event: KeyboardEvent): void => {
    const by = handleStep(event);
    if (by === null) return;
    event.preventDefault();
    moveBy((by.x + by.y) * (by.isFar ? FAR_PIXELS : KEY_PIXELS));
  };
  // Where it stands is known once the map is measured.
  if (width === 0) return <div ref={ref} className={classes.swipe} />;
  return (
    <div ref={ref} className={classes.swipe}>
      <div
        className={classes.divider}
        style={{ left: x }}
        role="slider"
        tabIndex={0}
        aria-label={t('swipe')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((x / width) * 100)}
        onKeyDown={step}
        onPointerDown={(event) => {
          setDragging(true);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => setDragging(false)}
      >
        {/* Another element at each place: what lies over the map is looked at anew when one comes (map-covers.ts). */}
        {!isDragging && <span key={x} className={classes.line} data-covers="whole" />}
        <span className={classes.before} data-covers="whole">
          {t('shown.before')}
        </span>
        <span className={classes.after} data-covers="whole">
          {t('shown.after')}
        </span>
      </div>
      <span className={classes.moves} data-covers="whole" style={{ left: x }}>
        <ToolButton label={t('swipeWest')} onClick={() => moveBy(-FAR_PIXELS)}>
          <WestIcon />
        </ToolButton>
        <ToolButton label={t('swipeEast')} onClick={() => moveBy(FAR_PIXELS)}>
          <EastIcon />
        </ToolButton>
      </span>
    </div>
  );
}
