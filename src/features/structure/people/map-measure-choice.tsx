import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colourMap } from '#state/commands/integration-commands.ts';
import { setLayerVisible } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { FIGURES_YEAR, FIRST_CLASSES, MAP_MEASURES, mapMeasureOf, shownMeasureOf } from './map-measures.ts';

/** Whether prefectures or counties, and what the map is coloured by. */
export function MapMeasureChoice() {
  const { t } = useTranslation(['structure']);
  const { level } = useStructureView();
  const isColoured = useProject(({ view }) => view.layers.structure.choropleth);
  const shown = useProject(({ integration }) => integration.shown);
  const measure = isColoured ? mapMeasureOf(shown) : null;
  const none = isColoured && measure === null ? 'other' : 'none';
  return (
    <div className={classes.controls}>
      <span className={classes.controlLabel}>{t('people.level')}</span>
      <SegmentedControl
        aria-label={t('people.level')}
        data={(['prefecture', 'county'] as const).map((each) => ({ value: each, label: t(`moran.${each}`) }))}
        value={level}
        onChange={(value) => {
          const next = value === 'county' ? 'county' : 'prefecture';
          showStructure({ level: next });
          if (measure !== null)
            dispatch(
              colourMap('structure', shownMeasureOf(measure, next), FIGURES_YEAR, FIRST_CLASSES[measure]),
            );
        }}
      />
      <span className={classes.controlLabel}>{t('people.colour')}</span>
      <Select
        aria-label={t('people.colour')}
        data={[
          { value: none, label: t(`people.${none}`) },
          ...MAP_MEASURES.map((each) => ({ value: each, label: t(`people.measures.${each}`) })),
        ]}
        value={measure ?? none}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = MAP_MEASURES.find((each) => each === value);
          dispatch(
            chosen === undefined
              ? setLayerVisible('structure', 'choropleth', false)
              : colourMap('structure', shownMeasureOf(chosen, level), FIGURES_YEAR, FIRST_CLASSES[chosen]),
          );
        }}
      />
    </div>
  );
}
