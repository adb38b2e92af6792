import { ActionIcon, CloseButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { applyEdits } from '#core/scenario/apply-edit.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { moveScenarioEdit, removeScenarioEdit } from '#state/commands/scenario-commands.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { useStationName } from '#state/station-names.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { colon } from '#ui/i18n/punctuation.ts';
import { editInWords, isModelledEdit, type EditNames } from './edit-words.ts';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';
import type { EditCatalogue } from './use-edit-catalogue.ts';

/** The edits of a scenario in words, each to be moved or removed; the first that cannot be applied says why. */
export function EditList({
  scenario,
  index,
  catalogue,
}: {
  readonly scenario: Scenario;
  readonly index: number;
  readonly catalogue: EditCatalogue;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const units = useUnits();
  const regions = useArtefact('regions');
  const stationName = useStationName();
  const names = useMemo(
    (): EditNames => ({
      lines: catalogue.lines,
      links: catalogue.links,
      regions: new Map((regions ?? []).map((region) => [region.id, region])),
      units,
      stationName,
    }),
    [catalogue, regions, units, stationName],
  );
  const { edits } = scenario;
  const broken = edits.findIndex((_, place) => !applyEdits(edits.slice(0, place + 1), catalogue).ok);
  const failure = broken === -1 ? null : applyEdits(edits.slice(0, broken + 1), catalogue);
  const move = (from: number, to: number) =>
    dispatch(moveScenarioEdit(projectStore.getState().document, index, from, to));
  return (
    <PanelSection title={t('changes')} aside={edits.length}>
      {edits.length === 0 && <p className={classes.hint}>{t('noChanges')}</p>}
      <ol className={classes.edits}>
        {edits.map((edit, place) => {
          const words = editInWords(edit, edits, names, t, language);
          return (
            <li key={`${place}:${words}`} className={classes.edit}>
              <span className={classes.editWords}>
                {words}
                {isModelledEdit(edit) && (
                  <>
                    {' '}
                    <ProvenanceTag provenance="modelled" />
                  </>
                )}
                {place === broken && failure?.ok === false && (
                  <span className={classes.problem} role="alert">
                    {t('invalid', { why: failureWords(failure.failure, t) })}
                  </span>
                )}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={place === 0}
                aria-label={`${t('moveUp')}${colon(language)}${words}`}
                onClick={() => move(place, place - 1)}
              >
                ↑
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={place === edits.length - 1}
                aria-label={`${t('moveDown')}${colon(language)}${words}`}
                onClick={() => move(place, place + 1)}
              >
                ↓
              </ActionIcon>
              <CloseButton
                size="sm"
                aria-label={`${t('remove')}${colon(language)}${words}`}
                onClick={() => dispatch(removeScenarioEdit(index, place))}
              />
            </li>
          );
        })}
      </ol>
    </PanelSection>
  );
}
