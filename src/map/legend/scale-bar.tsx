import { memo } from 'react';
import type { MapCamera, MapLanguage } from '../layers/map-model.ts';
import { scaleBarLength, scaleBarWords } from '../layers/map-view.ts';
import styles from './map-furniture.module.css';

/** Longest bar, CSS pixels. */
const maxPixels = 120;

/** How long a distance is in the middle of the map (Web Mercator stretches towards the poles). */
export const ScaleBar = memo(function ScaleBar({
  camera,
  language,
}: {
  readonly camera: MapCamera;
  readonly language: MapLanguage;
}) {
  const { metres, pixels } = scaleBarLength(camera, maxPixels);
  const label = scaleBarWords(metres, language);
  return (
    <div className={styles['scale']} data-testid="scale-bar">
      <svg width={pixels + 2} height={7} aria-hidden="true">
        <path d={`M1 0V6H${pixels + 1}V0`} fill="none" stroke="currentColor" strokeWidth={1.2} />
        <path d={`M${pixels / 2 + 1} 3V6`} stroke="currentColor" strokeWidth={1} />
      </svg>
      <span>{label}</span>
    </div>
  );
});
