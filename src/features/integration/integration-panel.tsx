import { Button, Tabs } from '@mantine/core';
import { lazy, memo, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDataState } from '#state/atlas-data.ts';
import { openIntegrationPage } from '#state/commands/integration-commands.ts';
import { INTEGRATION_PAGES, type IntegrationPage } from '#state/document/integration-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import tabs from '#ui/panels/panel-tabs.module.css';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { ComparedChoice } from './pages/compared-choice.tsx';
import { MeasureChoice } from './pages/measure-choice.tsx';
import { ReducedSetLabel } from './pages/reduced-set-label.tsx';
import { RankingTable } from './pages/ranking-table.tsx';
import { ScenarioSideChoice } from './pages/scenario-side.tsx';
import { TravelNote } from './pages/travel-note.tsx';
import { useShownScore } from './measure/use-shown-score.ts';
import { useComparedIds } from '#state/score/use-compared-ids.ts';
import { SCORE_DATA, useScore } from '#state/score/use-score.ts';
import classes from './integration.module.css';
import { ownTools } from './own-tools-state.ts';
import { regionEditor, useRegionEditor } from './own-regions/region-editor-state.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

const OwnIndexDialog = lazy(async () => ({
  default: (await import('./own-index/own-index-dialog.tsx')).OwnIndexDialog,
}));
const OwnDataDialog = lazy(async () => ({
  default: (await import('./own-data/own-data-dialog.tsx')).OwnDataDialog,
}));

function closeOwnTools(): void {
  ownTools.setState({ open: null });
}

/** The ways to bring one's own: figures, delimitations, an index. */
const OwnTools = memo(function OwnTools({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation(['integration']);
  const open = useStore(ownTools, (state) => state.open);
  useEffect(() => closeOwnTools, []);
  return (
    <div className={classes.ownTools}>
      <Button variant="default" size="xs" onClick={() => ownTools.setState({ open: 'data' })}>
        {t('own.open')}
      </Button>
      <Button variant="default" size="xs" onClick={() => regionEditor.setState({ isOpen: true })}>
        {t('ownRegion.open')}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!isReady}
        onClick={() => ownTools.setState({ open: 'index' })}
      >
        {t('ownIndex.open')}
      </Button>
      <Suspense fallback={null}>
        {open === 'data' && <OwnDataDialog onClose={closeOwnTools} />}
        {open === 'index' && <OwnIndex onClose={closeOwnTools} />}
      </Suspense>
    </div>
  );
});

function OwnIndex({ onClose }: { readonly onClose: () => void }) {
  const score = useScore();
  return score.kind === 'ready' ? (
    <OwnIndexDialog result={score.result} source={score.source} onClose={onClose} />
  ) : null;
}

const OwnRegionsPage = lazy(async () => ({
  default: (await import('./own-regions/own-regions-page.tsx')).OwnRegionsPage,
}));
const ChartsPage = lazy(async () => ({ default: (await import('./pages/charts-page.tsx')).ChartsPage }));
const ClassesPage = lazy(async () => ({ default: (await import('./pages/classes-page.tsx')).ClassesPage }));
const ExplainPage = lazy(async () => ({ default: (await import('./pages/explain-page.tsx')).ExplainPage }));
const RobustnessPage = lazy(async () => ({
  default: (await import('./pages/robustness-page.tsx')).RobustnessPage,
}));
const MethodPage = lazy(async () => ({ default: (await import('./pages/method-page.tsx')).MethodPage }));

/** The page that is open, on the score of the side that is shown; the method stays with the present. */
function OpenPage({ page }: { readonly page: IntegrationPage }) {
  const { t } = useTranslation(['integration']);
  const present = useScore();
  const shown = useShownScore();
  if (present.kind !== 'ready' || shown === null) return null;
  const { result, source, under } = shown;
  return (
    <>
      {under !== null && (page === 'charts' || page === 'robustness') && (
        <p className={classes.under} data-testid="under-scenario">
          {t('scenarioSide.under', { scenario: under.scenario })}
        </p>
      )}
      {page === 'ranking' && <RankingTable score={shown} />}
      {page === 'charts' && <ChartsPage result={result} source={source} />}
      {page === 'classes' && <ClassesPage />}
      {page === 'explain' && <ExplainPage score={shown} />}
      {page === 'robustness' && <RobustnessPage result={result} source={source} />}
      {page === 'method' && <MethodPage result={present.result} source={present.source} />}
    </>
  );
}

/** Tabs of the pages: drawn anew for another page, not for another score. */
const Pages = memo(function Pages() {
  const { t } = useTranslation(['integration']);
  const page = useProject(({ integration }) => integration.page);
  return (
    <Tabs value={page} onChange={(value) => dispatch(openIntegrationPage(value as IntegrationPage))}>
      <Tabs.List aria-label={t('pages')} className={tabs.list ?? ''}>
        {INTEGRATION_PAGES.map((id) => (
          <Tabs.Tab key={id} value={id} className={tabs.tab ?? ''}>
            {t(`page.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={page}>
        <Suspense
          fallback={
            <div style={{ padding: '8px 20px' }}>
              <Notice kind="loading" title={t('waiting')} />
            </div>
          }
        >
          <OpenPage page={page} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
});

const Title = memo(function Title() {
  const { t } = useTranslation(['integration']);
  return <PanelTitle title={t('title')} />;
});

/** What is compared and shown, always with its reduced-set label, and the six pages on it. */
export function IntegrationPanel() {
  const { t } = useTranslation(['integration']);
  const score = useScore();
  const data = useDataState(SCORE_DATA);
  const shown = useShownScore();
  const isEditingRegions = useRegionEditor(({ isOpen }) => isOpen);
  const compared = useComparedIds();
  return (
    <>
      <Title />
      <ComparedChoice />
      <OwnTools isReady={score.kind === 'ready'} />
      {shown !== null && <ReducedSetLabel result={shown.result} source={shown.source} />}
      {score.kind === 'ready' && <TravelNote />}
      {(score.kind === 'waiting' || score.kind === 'unavailable') && (
        <div style={{ padding: '0 20px' }}>
          <DataNotice waiting={t('waiting')} data={data} />
        </div>
      )}
      {score.kind === 'refused' && (
        <div style={{ padding: '0 20px' }}>
          {score.failure.reason === 'empty-set' ? (
            <Notice kind="empty" title={t('emptySet')}>
              {t('emptySetNext')}
            </Notice>
          ) : (
            <Notice kind="failed" title={computationWords(score.failure).message}>
              {t('refusedNext')}
            </Notice>
          )}
        </div>
      )}
      {isEditingRegions && compared !== null && (
        <Suspense fallback={null}>
          <OwnRegionsPage compared={compared} />
        </Suspense>
      )}
      {score.kind === 'ready' && !isEditingRegions && (
        <>
          <ScenarioSideChoice />
          <MeasureChoice source={score.source} indicators={score.result.panel.indicators} />
          <Pages />
        </>
      )}
    </>
  );
}
