import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MapFailure } from '#map/adapter/map-canvas.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import type { TileFailure } from './cut-tiles.ts';
import classes from './map-area.module.css';

/** Why the map, or a part of it, is not drawn, over the map's middle: reload, or close it and go on with what there is. */
export function MapFailureNotice({
  failure,
  onClose,
}: {
  readonly failure: MapFailure | TileFailure;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.failure}>
      <Notice
        kind="failed"
        title={t(`mapFailure.${failure.reason}`, { error: failure.values?.['error'] ?? '' })}
        action={{ label: t('crash.reload'), onClick: () => location.reload() }}
      >
        {t(`mapFailure.${failure.reason}-next`)}
      </Notice>
      <CloseButton className={classes.closeFailure} aria-label={t('mapFailure.close')} onClick={onClose} />
    </div>
  );
}
