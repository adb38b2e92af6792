import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwnRegion } from '#core/geography/own-region.ts';
import { PAPER_YEARS } from '#core/scoring/score-options.ts';
import { useArtefact } from '#state/atlas-data.ts';
import {
  chooseAgglomerations,
  setIntegrationYear,
  setScorePreset,
} from '#state/commands/integration-commands.ts';
import { AGGLOMERATION_SETS, type ScorePreset } from '#state/document/integration-state.ts';
import { ownYears } from '#state/score/score-choices.ts';
import { dispatch, useProject } from '#state/store.ts';
import { compareNames } from '#ui/i18n/name-order.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import { nameOfRegion } from '../region-names.ts';

/** Which agglomerations are compared, by which indicators, in which year. */
export const ComparedChoice = memo(function ComparedChoice() {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const regions = useArtefact('regions');
  const set = useProject(({ integration }) => integration.set);
  const ids = useProject(({ integration }) => integration.agglomerationIds);
  const preset = useProject(({ integration }) => integration.preset);
  const year = useProject(({ integration }) => integration.year);
  const own = useProject(({ ownRegions }) => ownRegions);
  const there = (regions ?? []).filter(({ id, kind }) => kind === 'agglomeration' || isOwnRegion(id));
  // The project knows their names before they are put together.
  const comparable = [
    ...there,
    ...own
      .filter(({ id }) => !there.some((region) => region.id === id))
      .map(({ id, name }) => ({ id, nameZh: name, nameEn: name })),
  ];
  const ownTables = useProject((document) => document.ownTables);
  const hasOwn = useProject((document) => document.ownIndex !== null) || ownTables.length > 0;
  const presets: readonly ScorePreset[] =
    hasOwn || preset === 'own' ? ['paper', 'embedded', 'own'] : ['paper', 'embedded'];
  const years = [...new Set([...PAPER_YEARS, ...ownYears(ownTables), year])].sort((a, b) => a - b);
  const byName = compareNames(language);
  return (
    <div className={classes.head}>
      <SegmentedControl
        fullWidth
        aria-label={t('compared')}
        data={AGGLOMERATION_SETS.map((value) => ({ value, label: t(`set.${value}`) }))}
        value={set}
        onChange={(value) => dispatch(chooseAgglomerations({ set: value, agglomerationIds: ids }))}
      />
      {set === 'custom' && regions !== null && (
        <MultiSelect
          size="xs"
          aria-label={t('chooseRegions')}
          placeholder={ids.length === 0 ? t('chooseRegions') : ''}
          data={comparable
            .map(({ id }) => ({ value: id, label: nameOfRegion(comparable, id, language) }))
            .toSorted((a, b) => byName(a.label, b.label))}
          value={[...ids]}
          searchable
          onChange={(value) => dispatch(chooseAgglomerations({ set: 'custom', agglomerationIds: value }))}
        />
      )}
      <div className={classes.recipe}>
        <Select
          aria-label={t('recipe')}
          data={presets.map((value) => ({ value, label: t(`preset.${value}`) }))}
          value={preset}
          allowDeselect={false}
          onChange={(value) => value !== null && dispatch(setScorePreset(value))}
        />
        {years.length > PAPER_YEARS.length ? (
          <Select
            aria-label={t('year')}
            data={years.map(String)}
            value={String(year)}
            allowDeselect={false}
            onChange={(value) => value !== null && dispatch(setIntegrationYear(Number(value)))}
          />
        ) : (
          <SegmentedControl
            aria-label={t('year')}
            data={PAPER_YEARS.map(String)}
            value={String(year)}
            onChange={(value) => dispatch(setIntegrationYear(Number(value)))}
          />
        )}
      </div>
    </div>
  );
});
