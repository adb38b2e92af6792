import { useElementSize } from '@mantine/hooks';
import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MapModel } from '#map/layers/map-model.ts';
import { needsSouthChinaSeaInset } from '#map/layers/map-view.ts';
import { legendOfModel } from '#map/legend/legend-of-model.ts';
import { LegendView } from '#map/legend/legend-view.tsx';
import { NorthArrow } from '#map/legend/north-arrow.tsx';
import { ScaleBar } from '#map/legend/scale-bar.tsx';
import { setShownMap } from '#map/shown-map.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { afterFirstPicture } from '#state/first-picture.ts';
import { useProject } from '#state/store.ts';
import { PartBoundary } from '../shell/broken-part.tsx';
import { closeDialog, openDialog, showDialog } from '../shell/open-dialog.ts';
import { MapCredits } from './map-credits.tsx';
import classes from './map-furniture.module.css';
import { SPACIOUS_PIXELS } from './uncovered-map.ts';

const NO_REGIONS: readonly never[] = [];

const SouthChinaSeaInset = lazy(() =>
  afterFirstPicture(async () => ({
    default: (await import('#map/legend/south-china-sea-inset.tsx')).SouthChinaSeaInset,
  })),
);
const MapTable = lazy(async () => ({ default: (await import('./table/map-table.tsx')).MapTable }));

const OpenTable = memo(function OpenTable() {
  const { t } = useTranslation();
  return (
    <button type="button" data-off-stage className={classes.asTable} onClick={() => showDialog('table')}>
      {t('table.open')}
    </button>
  );
});

/** Legend at the bottom left, scale and credits along the bottom, the South China Sea where the view cuts it off. */
export function MapFurniture({ model }: { readonly model: MapModel }) {
  const { t } = useTranslation();
  const title = t('map.legend');
  const camera = useProject(({ view }) => view.camera);
  const approvalNumber = useProject((document) => document.mapApprovalNumber.trim());
  const manifest = useArtefact('manifest');
  const { ref, width, height } = useElementSize();
  const [areSourcesUnfolded, setSourcesUnfolded] = useState(false);
  const [isLegendOpen, setIsLegendOpen] = useState(() => innerWidth >= SPACIOUS_PIXELS);
  const isTableOpen = useStore(openDialog, ({ dialog }) => dialog === 'table');
  const specs = useMemo(() => legendOfModel(model), [model]);
  const attributions = useMemo(
    () => [...new Set((manifest?.artefacts ?? []).map(({ attribution }) => attribution))].filter(Boolean),
    [manifest],
  );
  const { national, basemap } = model.topologies;
  const needsInset = width > 0 && needsSouthChinaSeaInset(camera, { width, height });
  useEffect(() => {
    setShownMap(width > 0 ? { model, camera, size: { width, height } } : null);
  }, [model, camera, width, height]);
  useEffect(() => () => setShownMap(null), []);
  useEffect(() => {
    // On paper it is no longer the map's own size.
    if (width === 0 || matchMedia('print').matches) return;
    const { style } = document.documentElement;
    style.setProperty('--atlas-map-width', `${width}px`);
    style.setProperty('--atlas-map-height', `${height}px`);
  }, [width, height]);
  return (
    <div ref={ref} className={classes.furniture}>
      {specs.length > 0 && (
        <details
          className={classes.legend}
          data-legend
          data-under-panels
          data-covers="whole"
          open={isLegendOpen}
          onToggle={(event) => setIsLegendOpen(event.currentTarget.open)}
        >
          <summary className={classes.legendTitle}>{title}</summary>
          <div className={classes.legendBody} tabIndex={0} role="group" aria-label={title}>
            <LegendView specs={specs} language={model.language} />
            <OpenTable />
          </div>
        </details>
      )}
      {isTableOpen && (
        <PartBoundary place="table" onBroken={closeDialog}>
          <Suspense fallback={null}>
            <MapTable model={model} onClose={closeDialog} />
          </Suspense>
        </PartBoundary>
      )}
      <div
        className={classes.right}
        data-unfolded={areSourcesUnfolded || undefined}
        data-under-panels
        data-covers="parts"
      >
        {needsInset && national !== null && (
          <PartBoundary place="inset">
            <Suspense fallback={null}>
              <SouthChinaSeaInset
                national={national}
                basemap={basemap}
                regions={
                  model.visible.agglomerations && !model.visible.choropleth ? model.regions : NO_REGIONS
                }
                theme={model.theme}
                language={model.language}
                className={classes.inset}
              />
            </Suspense>
          </PartBoundary>
        )}
        <div className={classes.foot} data-unfolded={areSourcesUnfolded || undefined}>
          <MapCredits
            onUnfold={setSourcesUnfolded}
            language={model.language}
            attributions={attributions}
            approvalNumber={approvalNumber === '' ? null : approvalNumber}
            dataVersion={manifest?.dataVersion ?? null}
          />
          <div className={classes.measures}>
            <ScaleBar camera={camera} language={model.language} />
            <NorthArrow language={model.language} className={classes.north} />
          </div>
        </div>
      </div>
    </div>
  );
}
