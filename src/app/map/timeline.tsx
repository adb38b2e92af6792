import { SegmentedControl, Slider } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PAPER_YEARS } from '#core/scoring/score-options.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { setIntegrationYear } from '#state/commands/integration-commands.ts';
import { setRailYear } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import classes from './map-area.module.css';

/** The year slider over the map. */
export const Timeline = memo(function Timeline({ kind }: { readonly kind: 'rail' | 'data' }) {
  const isRailShown = useProject(({ view }) => view.layers[view.workspace].rail);
  if (kind === 'data') return <DataTimeline />;
  return isRailShown ? <RailTimeline /> : null;
});

function DataTimeline() {
  const { t } = useTranslation();
  const year = useProject(({ integration }) => integration.year);
  return (
    <div
      data-off-stage
      data-under-panels
      className={classes.timeline}
      style={{ flex: 'none', width: 'auto' }}
    >
      <span className={classes.timelineLabel}>{t('timeline.data')}</span>
      <SegmentedControl
        className={classes.timelineSlider ?? ''}
        aria-label={t('timeline.data')}
        data={PAPER_YEARS.map(String)}
        value={String(year)}
        onChange={(value) => dispatch(setIntegrationYear(Number(value)))}
      />
    </div>
  );
}

function RailTimeline() {
  const { t } = useTranslation();
  const lines = useArtefact('rail-lines');
  const railYear = useProject(({ view }) => view.railYear);
  const years = useMemo(() => {
    const opened = (lines ?? [])
      .filter(({ status }) => status === 'open')
      .map(({ openedYear }) => openedYear)
      .filter((year) => year !== null);
    return opened.length === 0 ? null : { first: Math.min(...opened), last: Math.max(...opened) };
  }, [lines]);
  if (years === null) return null;
  // One step past the last opening stands for "all, also the undated".
  const all = years.last + 1;
  const shown = railYear === null ? t('timeline.allYears') : String(railYear);
  return (
    <div data-off-stage data-under-panels className={classes.timeline}>
      <span className={classes.timelineLabel}>{t('timeline.rail')}</span>
      <Slider
        className={classes.timelineSlider ?? ''}
        min={years.first}
        max={all}
        value={railYear ?? all}
        label={null}
        thumbLabel={t('timeline.rail')}
        onChange={(year) => dispatch(setRailYear(year >= all ? null : year))}
      />
      <output className={classes.timelineYear}>{shown}</output>
    </div>
  );
}
