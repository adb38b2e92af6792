import { Chip, Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCircleResults } from '#state/circles/circle-results.ts';
import {
  setCircleCutoffs,
  setCircleMinutes,
  setCircleMode,
  setCircleOverlays,
  setCirclesMerged,
  setTrafficPreset,
} from '#state/commands/circle-commands.ts';
import { CIRCLE_MODES, TRAFFIC_PRESETS } from '#state/document/circles-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { MinutesSlider } from '#ui/controls/minutes-slider.tsx';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { AccessibilityStatus } from './accessibility/accessibility-status.tsx';
import { CertaintyStatus } from './certainty-status.tsx';
import { CircleState } from './circle-state.tsx';
import { CountyTable } from './county-table.tsx';
import { LawNotice } from './law-notice.tsx';
import { SourcesUsed } from './more-data/sources-used.tsx';
import { NotStartedFrom } from './not-started-from.tsx';
import { Origins } from './origins.tsx';
import { Readings } from './readings.tsx';
import { ReadingsCompared } from './readings-compared.tsx';
import { StationList } from './station-list.tsx';

const CUTOFFS = [15, 30, 45, 60, 90, 120, 150, 180] as const;

/** Origin, minutes and mode, and what the circle holds. */
export function CirclePage() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const results = useCircleResults();
  const { drag, answer } = results;
  const readings = (drag?.answer ?? answer)?.readings[0];
  return (
    <>
      <PanelSection title={t('origin')}>
        <Origins />
        <NotStartedFrom results={results} />
        {circles.origins.length > 1 && (
          <SegmentedControl
            fullWidth
            mt={8}
            aria-label={t('merge.label')}
            data={[
              { value: 'merged', label: t('merge.merged') },
              { value: 'apart', label: t('merge.apart') },
            ]}
            value={circles.merge ? 'merged' : 'apart'}
            onChange={(value) => dispatch(setCirclesMerged(value === 'merged'))}
          />
        )}
      </PanelSection>
      <PanelSection title={t('mode')}>
        <Select
          aria-label={t('mode')}
          data={CIRCLE_MODES.map((value) => ({ value, label: t(`mode.${value}`, { ns: 'terms' }) }))}
          value={circles.mode}
          allowDeselect={false}
          onChange={(value) => value !== null && dispatch(setCircleMode(value))}
        />
        <p className={classes.hint}>{t(`modeHint.${circles.mode}`)}</p>
        <SegmentedControl
          fullWidth
          mt={8}
          aria-label={t('traffic')}
          data={TRAFFIC_PRESETS.map((value) => ({ value, label: t(`traffic.${value}`, { ns: 'terms' }) }))}
          value={circles.preset}
          onChange={(value) => dispatch(setTrafficPreset(value))}
        />
      </PanelSection>
      <PanelSection title={t('minutes')} aside={formatCutOff(circles.minutes, language)}>
        <MinutesSlider
          label={t('minutes')}
          minutes={circles.minutes}
          onChange={(minutes) => dispatch(setCircleMinutes(minutes))}
        />
      </PanelSection>
      <CircleState results={results} />
      <CertaintyStatus />
      <AccessibilityStatus />
      <LawNotice laws={results.laws} />
      {readings !== undefined && (circles.origins.length > 0 || drag !== null) && (
        <>
          <SourcesUsed answer={drag?.answer ?? answer} />
          <Readings readings={readings} circles={results.circles ?? circles} />
          <PanelSection title={t('drawing')}>
            <p className={classes.label}>{t('cutoffs')}</p>
            <Chip.Group
              multiple
              value={circles.cutoffs.map(String)}
              onChange={(values) => values.length > 0 && dispatch(setCircleCutoffs(values.map(Number)))}
            >
              <Group gap={4}>
                {CUTOFFS.map((minutes) => (
                  <Chip key={minutes} size="xs" value={String(minutes)}>
                    {minutes}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <p className={classes.label}>{t('overlays')}</p>
            <Group gap={6}>
              {CIRCLE_MODES.filter((mode) => mode !== circles.mode).map((mode) => (
                <Chip
                  key={mode}
                  size="xs"
                  checked={circles.overlays.includes(mode)}
                  onChange={(on) =>
                    dispatch(
                      setCircleOverlays(
                        CIRCLE_MODES.filter((each) => (each === mode ? on : circles.overlays.includes(each))),
                      ),
                    )
                  }
                >
                  {t(`mode.${mode}`, { ns: 'terms' })}
                </Chip>
              ))}
            </Group>
          </PanelSection>
          <ReadingsCompared results={results} />
          {drag === null && <CountyTable readings={readings} />}
          {drag === null && answer !== null && <StationList answer={answer} minutes={circles.minutes} />}
        </>
      )}
    </>
  );
}
