import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTalking } from '#features/briefing/talk/talk-state.ts';
import { clearSelection } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { CloseIcon, CollapseIcon, ExpandIcon } from '#ui/icons/icons.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { TIGHT_PAGE } from '#ui/panels/tight-page.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { MapArea } from '../map/map-area.tsx';
import { workspaceEntries } from '../workspaces.tsx';
import { PartBoundary } from './broken-part.tsx';
import './paper.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { NARROW_PAGE, PHONE_PAGE } from './page-measures.ts';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import type { HelpTab } from '../help/help-tab.ts';
import { isFirstVisit } from '../tour/first-visit.ts';
import { afterFirstPicture } from '#state/first-picture.ts';
import { SelectionAnnouncer } from './selection-announcer.tsx';

const HelpDrawer = lazy(async () => ({ default: (await import('../help/help-drawer.tsx')).HelpDrawer }));
const Announcers = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./announcers.tsx')).Announcers })),
);
const TourCard = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('../tour/tour-card.tsx')).TourCard })),
);

const Inspector = lazy(async () => ({
  default: (await import('#features/inspector/inspector.tsx')).Inspector,
}));

/** Bar, panel, map, inspector. */
export function Shell() {
  const { t } = useTranslation();
  const workspace = useProject(({ view }) => view.workspace);
  const hasSelection = useProject(({ view }) => view.selection.kind !== 'none');
  const isNarrow = useMediaQuery(NARROW_PAGE, false, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery(PHONE_PAGE, false, { getInitialValueInEffect: false });
  const isTight = useMediaQuery(TIGHT_PAGE, false, { getInitialValueInEffect: false });
  const [panelOpen, panel] = useDisclosure(!isNarrow);
  // What panel or inspector hides wholly, or but for a strip, can't take the focus.
  const isPanelCovered = isTight && hasSelection;
  const isTalking = useTalking();
  const isMapCovered =
    !isTalking && ((isPhone && panelOpen) || (isTight && hasSelection && (isPhone || panelOpen)));
  const [helpTab, setHelpTab] = useState<HelpTab | null>(null);
  const [tourOpen, tour] = useDisclosure(isFirstVisit());
  const searchInput = useRef<HTMLInputElement>(null);
  const handlers = useMemo(
    () => ({
      onHelp: () => setHelpTab('guide'),
      onKeys: () => setHelpTab('keys'),
      onLicences: () => setHelpTab('licences'),
      onTour: tour.open,
      onTogglePanel: panel.toggle,
    }),
    [tour.open, panel.toggle],
  );
  useShortcuts({ ...handlers, onSearch: () => searchInput.current?.focus() });
  const Panel = workspaceEntries[workspace].Panel;

  return (
    <div className={classes.shell} data-panel={panelOpen ? 'open' : 'closed'}>
      <a className={classes.skip} href="#atlas-panel" onClick={(event) => skipTo(event, 'atlas-panel')}>
        {t('skipToPanel')}
      </a>
      <a className={classes.skip} href="#atlas-map" onClick={(event) => skipTo(event, 'atlas-map')}>
        {t('skipToMap')}
      </a>
      <TopBar searchInput={searchInput} handlers={handlers} />
      <aside
        id="atlas-panel"
        className={classes.panel}
        aria-label={t('panel.label')}
        tabIndex={-1}
        data-covers="whole"
        hidden={!panelOpen}
        inert={isPanelCovered}
      >
        <ErrorBoundary key={workspace} place={`panel ${workspace}`}>
          <Suspense fallback={<PanelLoading />}>
            <Panel />
          </Suspense>
        </ErrorBoundary>
      </aside>
      <main id="atlas-map" className={classes.map} tabIndex={-1} data-inspecting={hasSelection || undefined}>
        <ErrorBoundary place="map">
          <MapArea isCovered={isMapCovered} />
        </ErrorBoundary>
        <div className={classes.collapse} data-off-stage data-covers="whole">
          <ToolButton label={panelOpen ? t('panel.collapse') : t('panel.expand')} onClick={panel.toggle}>
            {panelOpen ? <CollapseIcon /> : <ExpandIcon />}
          </ToolButton>
        </div>
        <SelectionAnnouncer />
        <PartBoundary place="announcers">
          <Suspense fallback={null}>
            <Announcers />
          </Suspense>
        </PartBoundary>
        {tourOpen && (
          <PartBoundary place="tour" onBroken={tour.close}>
            <Suspense fallback={null}>
              <TourCard onClose={tour.close} />
            </Suspense>
          </PartBoundary>
        )}
        {hasSelection && (
          <aside
            data-off-stage
            data-covers="whole"
            className={classes.inspector}
            aria-label={t('inspector.label')}
            tabIndex={-1}
          >
            {isPanelCovered && <FocusHere />}
            <div className={classes.close}>
              <ToolButton label={t('inspector.close')} onClick={() => dispatch(clearSelection())}>
                <CloseIcon />
              </ToolButton>
            </div>
            <ErrorBoundary place="inspector">
              <Suspense fallback={<PanelLoading />}>
                <Inspector />
              </Suspense>
            </ErrorBoundary>
          </aside>
        )}
      </main>
      {helpTab !== null && (
        <PartBoundary place="help" onBroken={() => setHelpTab(null)}>
          <Suspense fallback={null}>
            <HelpDrawer key={helpTab} tab={helpTab} onClose={() => setHelpTab(null)} />
          </Suspense>
        </PartBoundary>
      )}
    </div>
  );
}

/** Brings the keyboard along to what comes over the panel, and back when it goes. */
function FocusHere() {
  useReturnFocus();
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) mark.current?.closest('aside')?.focus();
  }, []);
  return <span ref={mark} hidden />;
}

/** Moves the focus without touching the address, which holds the project's link. */
function skipTo(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(`#${id}`)?.focus();
}

function PanelLoading() {
  const { t } = useTranslation();
  return (
    <div style={{ padding: '8px 20px' }}>
      <Notice kind="loading" title={t('data.loading')} />
    </div>
  );
}
