import '#core/language/copying-array-methods.ts';
import './theme/mantine-styles.ts';
import './theme/tokens.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { atlasData, EARLY_ARTEFACTS } from '#state/atlas-data.ts';
import { moveCamera, setLanguage } from '#state/commands/view-commands.ts';
import { nationalCamera } from '#state/document/default-document.ts';
import { projectStore } from '#state/store.ts';
import { App } from './app.tsx';
import { afterFirstPicture } from '#state/first-picture.ts';
import { showLanguage, startI18n } from './i18n/start-i18n.ts';
import { openProject } from './open-project.ts';
import { BAR_HEIGHT_PIXELS, NARROW_PAGE, PANEL_WIDTH_PIXELS } from './shell/page-measures.ts';
import { watchGestures } from './watch-gestures.ts';
import { startPaperLook } from './theme/paper-look.ts';
import { startOfflineUse } from './offline/offline-use.ts';

/** Starts the atlas: data on the way first, then the link, the words, the picture. */
async function start(): Promise<void> {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('index.html has no #root');
  atlasData.getState().request(EARLY_ARTEFACTS);

  const store = projectStore.getState();
  if (!/^zh\b/i.test(navigator.language)) store.dispatch(setLanguage('en'));
  const besideMap = matchMedia(NARROW_PAGE).matches ? 0 : PANEL_WIDTH_PIXELS;
  store.dispatch(moveCamera(nationalCamera(innerWidth - besideMap, innerHeight - BAR_HEIGHT_PIXELS)));
  await openProject();
  watchGestures(window, projectStore.getState().beginStep);

  startPaperLook({ root: document.documentElement, events: window, atOnce: flushSync });
  await startI18n(projectStore.getState().document.view.language);
  projectStore.subscribe(({ document }, previous) => {
    if (document.view.language !== previous.document.view.language) void showLanguage(document.view.language);
  });
  createRoot(root).render(<App />);
  void afterFirstPicture(startOfflineUse);
  // `cli render` asks the page to draw scenes for it.
  if (new URLSearchParams(location.search).has('unattended'))
    void import('./unattended/page.ts').then(({ offerDrawing }) => offerDrawing());
}

void start();
