import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import tabs from '#ui/panels/panel-tabs.module.css';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { CirclePage } from './circle-page.tsx';
import { CIRCLES_PAGES, circlesPanel } from './circles-panel-state.ts';
import { MatrixPage } from './matrix-page.tsx';
import { MoreDataPage } from './more-data/more-data-page.tsx';
import { ParametersPage } from './parameters-page.tsx';
import { ValidationPage } from './validation-page.tsx';

const RobustnessPage = lazy(async () => ({
  default: (await import('./robustness/robustness-page.tsx')).RobustnessPage,
}));

const PlansPage = lazy(async () => ({ default: (await import('./plans-page.tsx')).PlansPage }));

const AccessibilityPage = lazy(async () => ({
  default: (await import('./accessibility/accessibility-page.tsx')).AccessibilityPage,
}));

// Boundaries of one's own are brought by few, and then after the first look.
const ShapesPage = lazy(async () => ({
  default: (await import('./own-shapes/shapes-page.tsx')).ShapesPage,
}));

/** The workspace's panel: the circle with its readings, parameters, plans against the hour, the matrix. */
export function CirclesPanel() {
  const { t } = useTranslation('circles');
  const page = useStore(circlesPanel, (state) => state.page);
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      <Tabs
        value={page}
        onChange={(value) => {
          const chosen = CIRCLES_PAGES.find((each) => each === value);
          if (chosen !== undefined) circlesPanel.setState({ page: chosen });
        }}
      >
        <Tabs.List aria-label={t('page.label')} className={`${tabs.list} ${tabs.wrapping}`}>
          {CIRCLES_PAGES.map((each) => (
            <Tabs.Tab key={each} value={each} className={tabs.tab ?? ''}>
              {t(`page.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {page === 'circle' && <CirclePage />}
      {page === 'parameters' && <ParametersPage />}
      {page === 'robustness' && (
        <Suspense fallback={null}>
          <RobustnessPage />
        </Suspense>
      )}
      {page === 'plans' && (
        <Suspense fallback={null}>
          <PlansPage />
        </Suspense>
      )}
      {page === 'access' && (
        <Suspense fallback={null}>
          <AccessibilityPage />
        </Suspense>
      )}
      {page === 'matrix' && <MatrixPage />}
      {page === 'shapes' && (
        <Suspense fallback={<Notice kind="loading" title={t('shapes.opening')} />}>
          <ShapesPage />
        </Suspense>
      )}
      {page === 'data' && <MoreDataPage />}
      {page === 'validation' && <ValidationPage />}
    </>
  );
}
