import { Button, Group, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { railSourcesInUse } from '#core/network/rail-source.ts';
import { useUnits } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { NO_VALUE } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { HeatTable } from './heat-table.tsx';
import { MatrixCitiesChoice, useMatrixCities } from './matrix-cities.tsx';
import { matrixTable } from './matrix-table.ts';
import { cancelMatrix, computeMatrix, isOutdated, matrixTimes } from './matrix-times.ts';
import { RailSourcesUsed } from './more-data/sources-used.tsx';
import { useCircleFailure } from './use-circle-failure.ts';
import { useDefinition } from './use-definition.ts';

/** Times between all pairs of a set of cities, as a heat map, with the table to take away. */
export function MatrixPage() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const definition = useDefinition();
  const textOf = useCircleFailure();
  const units = useUnits();
  const cities = useMatrixCities();
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const { computed, progress, failure } = useStore(matrixTimes);
  const outdated = computed !== null && isOutdated(computed, circles, added) ? computed : null;
  // Once per change, so that a person can give up.
  useEffect(() => {
    if (outdated !== null) void computeMatrix(outdated.cities, circles);
  }, [outdated, circles]);

  const nameOf = (adcode: string) => {
    const unit = units.get(adcode);
    return unit === undefined ? adcode : language === 'en' ? pickName(unit, language) : unit.shortNameZh;
  };
  const names = computed?.cities.map(nameOf) ?? [];
  const words = computed === null ? '' : definition(computed.circles);
  const ownNames = railSourcesInUse(computed?.added.rail).railSources;
  return (
    <>
      <PanelSection title={t('matrix.title')} aside={t('matrix.cities', { count: cities.length })}>
        <MatrixCitiesChoice />
        <Group grow mt={8} gap={8}>
          <Button
            disabled={progress !== null || cities.length < 2}
            onClick={() => void computeMatrix(cities, circles)}
          >
            {t('matrix.compute')}
          </Button>
          {progress !== null && (
            <Button variant="default" onClick={cancelMatrix}>
              {t('state.cancel')}
            </Button>
          )}
        </Group>
        {computed !== null && (
          <TableTools
            title={t('matrix.title')}
            fileName="travel-times"
            rows={() =>
              matrixTable(computed.cities, names, computed.matrix, [words, ...ownNames].join(' · '))
            }
            origins={() => originsOf(['rail-timetable', 'county-raster'])}
            origin={tableOrigin}
            opens={false}
          />
        )}
        <p className={classes.hint}>
          {t('definition')}
          {colon(language)}
          {definition(circles)}
        </p>
        {progress !== null && (
          <Progress size={3} mt={8} value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
        )}
        <SaidWhenDone what={t('matrix.title')} isBusy={progress !== null} hasResult={computed !== null} />
        {outdated !== null && progress === null && (
          <p className={classes.hint} role="status">
            {t('matrix.outdated')}
          </p>
        )}
        {failure !== null && (
          <Notice kind="failed" title={textOf(failure).message}>
            {textOf(failure).nextStep}
          </Notice>
        )}
      </PanelSection>
      {computed !== null && (
        <PanelSection
          title={t('matrix.legend')}
          aside={
            <>
              {words} <ProvenanceTag provenance="modelled" />
            </>
          }
        >
          <RailSourcesUsed rail={computed.added.rail} />
          <HeatTable cities={computed.cities} names={names} matrix={computed.matrix} />
          <p className={classes.hint}>
            {NO_VALUE} {t('matrix.noWay')} · <span className={classes.modelledCell}>00</span>{' '}
            {t('matrix.modelled')}
          </p>
        </PanelSection>
      )}
    </>
  );
}
