import { SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useUnits } from '#state/atlas-data.ts';
import { circleOpening } from '#state/circles/circle-worker.ts';
import { setCircleMinutes, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import { travelTo } from '#state/camera-motion.ts';
import { COMPARISON_VIEWS } from '#state/document/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { MinutesSlider } from '#ui/controls/minutes-slider.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { formatShare } from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { colon, listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ComparisonFigures } from './comparison-figures.tsx';
import { useComparisonStatus } from './comparison-store.ts';
import { failureWords } from './failure-words.ts';
import { useRefusedOrigin } from './moved-origin.ts';
import classes from './scenarios.module.css';

/** Zoom at which an origin is shown with its hour. */
const ORIGIN_ZOOM = 7;

/** Origin and minutes, then what the scenario changes there: figures, counties, laws. */
export function ComparisonResults() {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const { comparison, failure, isComputing } = useComparisonStatus();
  const refused = useRefusedOrigin();
  const circles = useProject((document) => document.circles);
  const shown = useProject((document) => document.comparison.shown);
  const opening = useStore(circleOpening, ({ progress }) => progress);
  const units = useUnits();
  const cities = useMemo(
    () =>
      inNameOrder(units.values(), language).map((unit) => ({
        value: unit.adcode,
        label: pickName(unit, language),
      })),
    [units, language],
  );
  const [origin] = circles.origins;
  return (
    <PanelSection
      title={t('result')}
      aside={
        <>
          {t(`mode.${circles.mode}`, { ns: 'terms' })} <ProvenanceTag provenance="modelled" />
        </>
      }
    >
      <Select
        label={t('origin')}
        size="xs"
        searchable
        data={cities}
        limit={60}
        value={origin?.kind === 'unit' && circles.origins.length === 1 ? origin.adcode : null}
        placeholder={
          origin === undefined
            ? t('choose')
            : listed(
                circles.origins.map((each) =>
                  each.kind === 'point'
                    ? each.label || '—'
                    : (cities.find(({ value }) => value === each.adcode)?.label ?? each.adcode),
                ),
                language,
              )
        }
        onChange={(adcode) => {
          if (adcode === null) return;
          dispatch(setCircleOrigins([{ kind: 'unit', adcode }]));
          const seat = units.get(adcode)?.seat;
          if (seat !== undefined) travelTo({ kind: 'point', at: seat, zoom: ORIGIN_ZOOM });
        }}
      />
      {refused !== null && (
        <Notice kind="failed" title={t('originStays')}>
          {failureWords(refused, t)} {t('originAgain')}
        </Notice>
      )}
      <p className={classes.hint}>
        {t('budget')}
        {colon(language)}
        {formatCutOff(circles.minutes, language)}
      </p>
      <MinutesSlider
        label={t('budget')}
        minutes={circles.minutes}
        onChange={(minutes) => dispatch(setCircleMinutes(minutes))}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('view')}
        data={COMPARISON_VIEWS.map((value) => ({ value, label: t(`shown.${value}`) }))}
        value={shown}
        onChange={(value) => dispatch(setComparison({ shown: value }))}
      />
      {origin === undefined && <Notice kind="empty" title={t('noOrigin')} />}
      {failure !== null && (
        <Notice kind="failed" title={comparison === null ? t('failedFirst') : t('failed')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {comparison === null && isComputing && (
        <Notice
          kind="loading"
          title={`${t('computing')}${opening !== null && opening.total > 0 ? ` ${formatShare(opening.done / opening.total, language, 0)}` : ''}`}
        />
      )}
      {comparison !== null && <ComparisonFigures comparison={comparison} isStale={failure !== null} />}
    </PanelSection>
  );
}
