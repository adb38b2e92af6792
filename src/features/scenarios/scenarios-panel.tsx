import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDataState } from '#state/atlas-data.ts';
import { boundsOf, travelTo } from '#state/camera-motion.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { AccessibilityChangeSection } from './accessibility-change.tsx';
import { AddChange } from './add-change.tsx';
import { startScenario } from './change-scenario.ts';
import { ChangeRange } from './change-range.tsx';
import { ComparedScenarios } from './compared-scenarios.tsx';
import { ComparisonResults } from './comparison-results.tsx';
import { useActiveScenario } from './comparison-store.ts';
import { EditList } from './edit-list.tsx';
import { draftStore } from './line-draft.ts';
import { MarginalRanking } from './marginal-ranking.tsx';
import { MatrixChanges } from './matrix-changes.tsx';
import { Responding } from './responding.tsx';
import { ScenarioScores } from './scenario-scores.tsx';
import { ScenarioList } from './scenario-list.tsx';
import classes from './scenarios.module.css';
import { CATALOGUE_DATA, type EditCatalogue, useEditCatalogue } from './use-edit-catalogue.ts';

/** Room around a line or link that is gone to, degrees. */
const MARGIN_DEGREES = 0.3;

/** The scenario workspace: what is changed, and what that does. */
export function ScenariosPanel() {
  const { t } = useTranslation('scenarios');
  const catalogue = useEditCatalogue();
  const data = useDataState(CATALOGUE_DATA);
  const active = useActiveScenario();
  const isEmpty = useProject(({ scenarios }) => scenarios.length === 0);
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      {catalogue === null ? (
        <div style={{ padding: '0 20px' }}>
          <DataNotice waiting={t('waiting')} data={data} />
        </div>
      ) : (
        <>
          {isEmpty ? <Starts catalogue={catalogue} /> : <ScenarioList />}
          {active !== null && (
            <>
              <EditList scenario={active.scenario} index={active.index} catalogue={catalogue} />
              <AddChange scenario={active.scenario} catalogue={catalogue} />
              {active.scenario.edits.length > 0 && (
                <>
                  <ComparisonResults />
                  <ChangeRange scenario={active.scenario} />
                  <AccessibilityChangeSection
                    key={`access-${active.scenario.id}`}
                    scenario={active.scenario}
                  />
                  <MatrixChanges scenario={active.scenario} />
                  <Responding scenario={active.scenario} />
                  <ScenarioScores key={active.scenario.id} catalogue={catalogue} />
                </>
              )}
            </>
          )}
          <ComparedScenarios />
          <MarginalRanking />
        </>
      )}
    </>
  );
}

function goTo(path: Parameters<typeof boundsOf>[0]): void {
  const bounds = boundsOf(path, MARGIN_DEGREES);
  if (bounds !== null) travelTo({ kind: 'bounds', bounds });
}

/** The empty workspace: three ways to begin. */
function Starts({ catalogue }: { readonly catalogue: EditCatalogue }) {
  const { t } = useTranslation('scenarios');
  return (
    <PanelSection title={t('none')}>
      <p className={classes.hint}>{t('noneBody')}</p>
      <div className={classes.starts}>
        <Button
          variant="default"
          justify="flex-start"
          onClick={() => {
            dispatch(setCircleOrigins([{ kind: 'unit', adcode: '510100' }]));
            startScenario(t('nameChengyu'), [{ type: 'open', id: 'chengyu_mid' }]);
            goTo(catalogue.lines.get('chengyu_mid')?.path ?? []);
          }}
        >
          {t('startChengyu')}
        </Button>
        <Button
          variant="default"
          justify="flex-start"
          onClick={() => {
            dispatch(setCircleOrigins([{ kind: 'unit', adcode: '440400' }]));
            startScenario(t('nameHzmb'), [{ type: 'close', id: 'hzmb' }]);
            goTo(catalogue.links.get('hzmb')?.path ?? []);
          }}
        >
          {t('startHzmb')}
        </Button>
        <Button
          variant="default"
          justify="flex-start"
          onClick={() => {
            startScenario(t('nameDraw'));
            draftStore.setState({ mode: 'line' });
          }}
        >
          {t('startDraw')}
        </Button>
        <Button
          variant="default"
          justify="flex-start"
          onClick={() => startScenario(t('newName', { number: 1 }))}
        >
          {t('newScenario')}
        </Button>
      </div>
    </PanelSection>
  );
}
