import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { useProject } from '#state/store.ts';
import { ShownTheme } from '#ui/theme/shown-theme.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { offlineState } from './offline/offline-use.ts';
import { BrokenPart, PartBoundary } from './shell/broken-part.tsx';
import { DataNotices } from './shell/data-notices.tsx';
import { useDroppedLinkParts } from './shell/dropped-link-parts.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { SlipStack } from './shell/slip.tsx';
import { paperLook } from './theme/paper-look.ts';
import { mantineTheme, resolveCssVariables } from './theme/mantine-theme.ts';

// Slips that few ever see come when there is something to say.
const LinkReport = lazy(async () => ({ default: (await import('./shell/link-report.tsx')).LinkReport }));

const ProjectSlips = lazy(async () => ({
  default: (await import('./projects/project-slips.tsx')).ProjectSlips,
}));

/** Whether there is anything to say about saving, a second tab or a newer version. */
function useHasProjectNews(): boolean {
  const ofSession = useStore(
    projectSession.state,
    ({ failure, notice }) => failure !== null || notice !== null,
  );
  const ofVersion = useStore(offlineState, ({ waiting }) => waiting !== null);
  return ofSession || ofVersion;
}

/** Light or dark as it is shown now; light on paper. */
function useThemeToShow(): 'light' | 'dark' {
  const theme = useProject(({ view }) => view.theme);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, {
    getInitialValueInEffect: false,
  });
  const isOnPaper = useStore(paperLook, (look) => look.isOnPaper);
  if (isOnPaper) return 'light';
  if (theme === 'system') return systemIsDark ? 'dark' : 'light';
  return theme;
}

/** Colours of the bar (tokens.css). */
const BAR_COLOURS = { light: '#ffffff', dark: '#181d23' } as const;

/** The browser's own frame takes the colour of the bar, also where the person chose another look than the system's. */
function useThemeColour(shown: 'light' | 'dark'): void {
  useEffect(() => {
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
      meta.content = BAR_COLOURS[shown];
  }, [shown]);
}

/** The whole page with what all of it needs. */
export function App() {
  const shown = useThemeToShow();
  useThemeColour(shown);
  const hasProjectNews = useHasProjectNews();
  const isLinkBroken = useDroppedLinkParts(({ dropped }) => dropped.length > 0);
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={shown}
      cssVariablesResolver={resolveCssVariables}
      deduplicateCssVariables={false}
    >
      <ShownTheme value={shown}>
        <SlipStack>
          {isLinkBroken && (
            <PartBoundary place="link-report">
              <Suspense fallback={null}>
                <LinkReport />
              </Suspense>
            </PartBoundary>
          )}
          {hasProjectNews && (
            <PartBoundary place="project-slips">
              <Suspense fallback={null}>
                <ProjectSlips />
              </Suspense>
            </PartBoundary>
          )}
          <BrokenPart />
          <DataNotices />
        </SlipStack>
        <ErrorBoundary place="app">
          <Shell />
        </ErrorBoundary>
      </ShownTheme>
    </MantineProvider>
  );
}
