import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  activateScenario,
  describeScenario,
  duplicateScenario,
  removeScenario,
  setComparison,
} from '#state/commands/scenario-commands.ts';
import { newId } from '#state/new-id.ts';
import { MOST_COMPARED } from '#state/document/project-document.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { startScenario } from './change-scenario.ts';
import { useActiveScenario } from './comparison-store.ts';
import classes from './scenarios.module.css';

/** The project's scenarios: choose, name, copy, delete, put side by side. */
export function ScenarioList() {
  const { t } = useTranslation('scenarios');
  const scenarios = useProject((document) => document.scenarios);
  const compared = useProject((document) => document.comparison.compared);
  const active = useActiveScenario();
  const add = () => startScenario(t('newName', { number: scenarios.length + 1 }));
  return (
    <PanelSection
      title={t('scenarios')}
      aside={
        <Button variant="default" size="compact-xs" onClick={add}>
          {t('newScenario')}
        </Button>
      }
    >
      <ul className={classes.scenarios}>
        {scenarios.map(({ id, name, edits }) => (
          <li key={id} className={classes.scenario}>
            <button
              type="button"
              className={classes.choose}
              aria-current={active?.scenario.id === id ? 'true' : undefined}
              onClick={() => dispatch(activateScenario(active?.scenario.id === id ? null : id))}
            >
              {name}
              <span className={classes.count}>{edits.length}</span>
            </button>
            {scenarios.length > 1 && (
              <Checkbox
                size="xs"
                label={t('compare')}
                aria-label={`${t('compare')} ${name}`}
                checked={compared.includes(id)}
                disabled={!compared.includes(id) && compared.length >= MOST_COMPARED}
                onChange={() =>
                  dispatch(
                    setComparison({
                      compared: compared.includes(id)
                        ? compared.filter((each) => each !== id)
                        : [...compared, id],
                    }),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {scenarios.length > 1 && <p className={classes.hint}>{t('compareHint', { most: MOST_COMPARED })}</p>}
      {active !== null && (
        <Group gap={8} mt={8}>
          <TextInput
            size="xs"
            style={{ flex: '1 1 100%' }}
            aria-label={t('name')}
            value={active.scenario.name}
            onChange={(event) =>
              dispatch(describeScenario(active.index, { name: event.currentTarget.value.slice(0, 200) }))
            }
          />
          <Button
            variant="default"
            size="xs"
            px={8}
            onClick={() =>
              dispatch(
                duplicateScenario(projectStore.getState().document, active.index, {
                  id: newId(),
                  name: t('copyName', { name: active.scenario.name }).slice(0, 200),
                }),
              )
            }
          >
            {t('duplicate')}
          </Button>
          <Button
            variant="default"
            size="xs"
            px={8}
            onClick={() => dispatch(removeScenario(projectStore.getState().document, active.index))}
          >
            {t('delete')}
          </Button>
        </Group>
      )}
    </PanelSection>
  );
}
