import { SegmentedControl, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { showScenarioSide } from '#state/commands/integration-commands.ts';
import { activateScenario } from '#state/commands/scenario-commands.ts';
import { SCENARIO_SIDES } from '#state/document/integration-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import classes from '../integration.module.css';
import { hasModelled } from '../measure/has-modelled.ts';
import { useScenarioOfMap } from '../measure/use-shown-score.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

const NO_SCENARIO = 'none:';

/** Which side of which scenario the map shows; nothing where the project has no scenario. */
export const ScenarioSideChoice = memo(function ScenarioSideChoice() {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const scenarios = useProject((document) => document.scenarios);
  const active = useProject((document) => document.activeScenario);
  const side = useProject(({ integration }) => integration.side);
  const preset = useProject(({ integration }) => integration.preset);
  const index = useProject(({ ownIndex }) => ownIndex);
  const isModelled = hasModelled(preset, index);
  const state = useScenarioOfMap();
  if (scenarios.length === 0) return null;
  return (
    <div className={classes.head} style={{ paddingTop: 10 }}>
      <Select
        aria-label={t('scenarioSide.label')}
        data={[
          { value: NO_SCENARIO, label: t('scenarioSide.none') },
          ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        leftSection={<span className={classes.leading}>{t('scenarioSide.label')}</span>}
        leftSectionWidth={language === 'en' ? 72 : 48}
        leftSectionPointerEvents="none"
        value={active ?? NO_SCENARIO}
        allowDeselect={false}
        onChange={(value) =>
          value !== null && dispatch(activateScenario(value === NO_SCENARIO ? null : value))
        }
      />
      {active !== null && (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t('scenarioSide.label')}
            data={SCENARIO_SIDES.map((value) => ({ value, label: t(`scenarioSide.${value}`) }))}
            value={side}
            onChange={(value) => dispatch(showScenarioSide(value))}
          />
          {side !== 'before' && (
            <p className={classes.hint} style={{ margin: 0 }}>
              {t('scenarioSide.note')} {!isModelled && t('scenarioSide.paper')}
            </p>
          )}
          {state.kind === 'computing' && (
            <Notice
              kind="loading"
              title={
                state.total === 0
                  ? t('travel.opening')
                  : t('scenarioSide.computing', { done: state.done, total: state.total })
              }
            />
          )}
          {state.kind === 'failed' && (
            <Notice
              kind="failed"
              title={t('scenarioSide.failed')}
              action={{ label: t('travel.retry'), onClick: state.retry }}
            >
              {computationWords(state.failure).message}
            </Notice>
          )}
        </>
      )}
    </div>
  );
});
