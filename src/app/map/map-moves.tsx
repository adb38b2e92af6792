import { Group } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { worldPixels } from '#map/layers/map-view.ts';
import { travelTo } from '#state/camera-motion.ts';
import { projectStore } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** A step to a side, CSS pixels. */
const STEP_PIXELS = 200;

/** Latitude up to which Mercator is drawn. */
const HIGHEST_LATITUDE = 85;

const MOVES = [
  { id: 'zoomIn', Icon: IconPlus, zoom: 1, east: 0, north: 0 },
  { id: 'zoomOut', Icon: IconMinus, zoom: -1, east: 0, north: 0 },
  { id: 'west', Icon: IconArrowLeft, zoom: 0, east: -1, north: 0 },
  { id: 'north', Icon: IconArrowUp, zoom: 0, east: 0, north: 1 },
  { id: 'south', Icon: IconArrowDown, zoom: 0, east: 0, north: -1 },
  { id: 'east', Icon: IconArrowRight, zoom: 0, east: 1, north: 0 },
] as const;

function go({ zoom: closer, east, north }: (typeof MOVES)[number]): void {
  const { center, zoom } = projectStore.getState().document.view.camera;
  const degrees = (STEP_PIXELS * 360) / (worldPixels * 2 ** zoom);
  const [lng, lat] = center;
  const to = lat + north * degrees * Math.cos((lat * Math.PI) / 180);
  travelTo({
    kind: 'camera',
    camera: {
      center: [lng + east * degrees, Math.max(-HIGHEST_LATITUDE, Math.min(HIGHEST_LATITUDE, to))],
      zoom: Math.max(0, zoom + closer),
    },
  });
}

/** Moves the map by clicks alone, for those who cannot drag or turn a wheel (WCAG 2.2, 2.5.7). */
export function MapMoves() {
  const { t } = useTranslation();
  return (
    <Group gap={4} role="group" aria-label={t('map.moves.label')}>
      {MOVES.map((move) => (
        <ToolButton key={move.id} label={t(`map.moves.${move.id}`)} onClick={() => go(move)}>
          <move.Icon {...icon} />
        </ToolButton>
      ))}
    </Group>
  );
}
