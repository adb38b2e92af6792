import { returnToPaper, openIntegrationPage, setScorePreset } from '#state/commands/integration-commands.ts';
import { setCircleMinutes, setCircleMode, setTrafficPreset } from '#state/commands/circle-commands.ts';
import {
  clearSelection,
  enterWorkspace,
  setLanguage,
  setLayerVisible,
  setRailYear,
  setTheme,
} from '#state/commands/view-commands.ts';
import { CIRCLES_PAGES, circlesPanel } from '#features/circles/circles-panel-state.ts';
import { ownTools } from '#features/integration/own-tools-state.ts';
import { regionEditor } from '#features/integration/own-regions/region-editor-state.ts';
import { travelTo } from '#state/camera-motion.ts';
import { CIRCLE_MODES, TRAFFIC_PRESETS } from '#state/document/circles-state.ts';
import { INTEGRATION_PAGES, SCORE_PRESETS } from '#state/document/integration-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { THEMES, WORKSPACES } from '#state/document/view-state.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { shownKeys, type KeyDeed } from '#ui/keyboard/shortcuts.ts';
import { duplicateProject } from '../projects/duplicate-project.ts';
import { startNew } from '../projects/start-new.ts';
import { showDialog } from '../shell/open-dialog.ts';
import { workspaceEntries } from '../workspaces.tsx';
import type { Action, Draft, ShellHandlers, Words } from './action.ts';
import {
  circleChoices,
  comparisonChoices,
  inWorkspace,
  kindChoices,
  scoreChoices,
} from './choice-actions.ts';
import { type KeptProjects, openActions, projectActions } from './project-actions.ts';

/** Cut-offs of the hour that planners ask for, minutes. */
const CUTOFFS_MINUTES = [30, 45, 60, 90, 120] as const;

/** Ways to bring one’s own into the integration workspace. */
const OWN_TOOLS = [
  { id: 'own-data', key: 'own.open', open: () => ownTools.setState({ open: 'data' }) },
  { id: 'own-regions', key: 'ownRegion.open', open: () => regionEditor.setState({ isOpen: true }) },
  { id: 'own-index', key: 'ownIndex.open', open: () => ownTools.setState({ open: 'index' }) },
] as const;

const keysOf = (deed: KeyDeed<'anywhere'>): string => shownKeys('anywhere', deed)[0] ?? '';

function shellActions(t: Words, handlers: ShellHandlers): readonly Draft[] {
  const group = t('actions.group.general');
  return [
    { id: 'help', label: t('help.open'), group, keys: keysOf('help'), run: handlers.onHelp },
    { id: 'keys', label: t('help.keys'), group, run: handlers.onKeys },
    { id: 'licences', label: t('licences.title'), group, run: handlers.onLicences },
    { id: 'tour', label: t('tour.again'), group, run: handlers.onTour },
    { id: 'projects', label: t('projects.title'), group, run: () => showDialog('projects') },
    { id: 'new-project', label: t('projects.new'), group, run: () => void startNew() },
    { id: 'duplicate-project', label: t('projects.duplicate'), group, run: () => void duplicateProject(t) },
    { id: 'export', label: t('exportMap'), group, run: () => showDialog('export') },
    { id: 'share', label: t('share.open'), group, run: () => showDialog('share') },
    { id: 'table', label: t('table.title'), group, run: () => showDialog('table') },
    { id: 'panel', label: t('actions.panel'), group, keys: keysOf('panel'), run: handlers.onTogglePanel },
    { id: 'undo', label: t('undo'), group, keys: keysOf('undo'), run: () => projectStore.getState().undo() },
    { id: 'redo', label: t('redo'), group, keys: keysOf('redo'), run: () => projectStore.getState().redo() },
    {
      id: 'whole-country',
      label: t('actions.wholeCountry'),
      group,
      run: () => travelTo({ kind: 'country' }),
    },
    {
      id: 'clear-selection',
      label: t('actions.clearSelection'),
      group,
      keys: keysOf('clear'),
      run: () => dispatch(clearSelection()),
    },
  ];
}

function lookActions(t: Words, { view }: ProjectDocument): readonly Draft[] {
  const group = t('actions.group.look');
  return [
    ...THEMES.filter((theme) => theme !== view.theme).map((theme) => ({
      id: `theme-${theme}`,
      label: t('actions.theme', { theme: t(`theme.${theme}`) }),
      group,
      run: () => dispatch(setTheme(theme)),
    })),
    {
      id: 'language',
      label: t('language.switchTo'),
      group,
      run: () => dispatch(setLanguage(view.language === 'en' ? 'zh-CN' : 'en')),
    },
  ];
}

function workspaceActions(t: Words): readonly Draft[] {
  return [
    ...WORKSPACES.map((id, index) => ({
      id: `workspace-${id}`,
      label: t('actions.workspace', { name: t(`workspace.${id}`) }),
      group: t('workspaces'),
      keys: String(index + 1),
      run: () => dispatch(enterWorkspace(id)),
    })),
    ...INTEGRATION_PAGES.map((page) => ({
      id: `page-${page}`,
      label: t(`page.${page}`, { ns: 'integration' }),
      group: t('workspace.integration'),
      run: inWorkspace('integration', () => openIntegrationPage(page)),
    })),
    ...SCORE_PRESETS.filter((preset) => preset !== 'own').map((preset) => ({
      id: `preset-${preset}`,
      label: t('actions.preset', { name: t(`preset.${preset}`, { ns: 'integration' }) }),
      group: t('workspace.integration'),
      run: inWorkspace('integration', () => setScorePreset(preset)),
    })),
    {
      id: 'return-to-paper',
      label: t('backToPaper', { ns: 'integration' }),
      group: t('workspace.integration'),
      run: inWorkspace('integration', returnToPaper),
    },
    ...OWN_TOOLS.map(({ id, key, open }) => ({
      id,
      label: t(key, { ns: 'integration' }),
      group: t('workspace.integration'),
      run: () => {
        dispatch(enterWorkspace('integration'));
        open();
      },
    })),
    ...CIRCLES_PAGES.filter((page) => page !== 'circle').map((page) => ({
      id: `circles-${page}`,
      label: t(`page.${page}`, { ns: 'circles' }),
      group: t('workspace.circles'),
      run: () => {
        dispatch(enterWorkspace('circles'));
        circlesPanel.setState({ page });
      },
    })),
    ...CUTOFFS_MINUTES.map((minutes) => ({
      id: `minutes-${minutes}`,
      label: t('actions.minutes', { minutes }),
      group: t('workspace.circles'),
      run: inWorkspace('circles', () => setCircleMinutes(minutes)),
    })),
    ...CIRCLE_MODES.map((mode) => ({
      id: `mode-${mode}`,
      label: t('actions.mode', { name: t(`mode.${mode}`, { ns: 'terms' }) }),
      group: t('workspace.circles'),
      run: inWorkspace('circles', () => setCircleMode(mode)),
    })),
    ...TRAFFIC_PRESETS.map((preset) => ({
      id: `traffic-${preset}`,
      label: t('actions.traffic', { name: t(`traffic.${preset}`, { ns: 'terms' }) }),
      group: t('workspace.circles'),
      run: inWorkspace('circles', () => setTrafficPreset(preset)),
    })),
  ];
}

function layerActions(t: Words, { view }: ProjectDocument): readonly Draft[] {
  const { workspace } = view;
  const shown = view.layers[workspace];
  return [
    ...workspaceEntries[workspace].layers.map((layer) => ({
      id: `layer-${layer}`,
      label: t(shown[layer] ? 'actions.hideLayer' : 'actions.showLayer', { layer: t(`layers.${layer}`) }),
      group: t('layers.title'),
      run: () => dispatch(setLayerVisible(workspace, layer, !shown[layer])),
    })),
    ...(view.railYear === null
      ? []
      : [
          {
            id: 'all-rail-years',
            label: t('timeline.showAll'),
            group: t('layers.title'),
            run: () => dispatch(setRailYear(null)),
          },
        ]),
  ];
}

/** Everything that can be done from here, in the person's language and in the order of usefulness. */
export function listActions(
  t: Words,
  document: ProjectDocument,
  kept: KeptProjects,
  handlers: ShellHandlers,
): readonly Action[] {
  const drafts = [
    ...workspaceActions(t),
    ...scoreChoices(t, document),
    ...circleChoices(t, document),
    ...comparisonChoices(t, document),
    ...projectActions(t, document),
    ...openActions(t, kept),
    ...shellActions(t, handlers),
    ...lookActions(t, document),
    ...layerActions(t, document),
    ...kindChoices(t, document),
  ];
  return drafts.map(({ name, ...draft }, index) => ({
    ...draft,
    keys: draft.keys ?? '',
    nameZh: draft.label,
    nameEn: draft.id.replaceAll('-', ' '),
    pinyin: null,
    aliases: name === undefined ? [draft.group] : [name, draft.group],
    code: null,
    rank: index,
    weight: 0,
  }));
}
