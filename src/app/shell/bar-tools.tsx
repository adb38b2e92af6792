import { ActionIcon, Menu } from '@mantine/core';
import { lazy, Suspense, useEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { setLanguage, setTheme } from '#state/commands/view-commands.ts';
import { THEMES } from '#state/document/view-state.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import {
  ExportIcon,
  HelpIcon,
  MoonIcon,
  ProjectsIcon,
  RedoIcon,
  SunIcon,
  SystemThemeIcon,
  UndoIcon,
} from '#ui/icons/icons.tsx';
import { askedPaper } from '#ui/panels/asked-paper.ts';
import type { ShellHandlers } from '../actions/action.ts';
import { PartBoundary } from './broken-part.tsx';
import { closeDialog, openDialog, showDialog } from './open-dialog.ts';
import { SearchBox } from './search-box.tsx';
import { ShareButton } from './share-button.tsx';
import classes from './top-bar.module.css';

const ProjectsDialog = lazy(async () => ({
  default: (await import('../projects/projects-dialog.tsx')).ProjectsDialog,
}));

const SaveSceneButton = lazy(async () => ({
  default: (await import('#features/briefing/save-scene-button.tsx')).SaveSceneButton,
}));

const ExportDialog = lazy(async () => ({
  default: (await import('#features/briefing/export-dialog.tsx')).ExportDialog,
}));

const THEME_ICONS = { light: SunIcon, dark: MoonIcon, system: SystemThemeIcon } as const;

/** Search, undo and redo, share, language, theme, help: loaded after the first picture. */
export function BarTools({
  searchInput,
  handlers,
}: {
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly handlers: ShellHandlers;
}) {
  const { t } = useTranslation();
  const language = useProject(({ view }) => view.language);
  const dialog = useStore(openDialog, (state) => state.dialog);
  const { onHelp } = handlers;
  useEffect(() => askedPaper.subscribe(({ asked }) => void (asked !== null && onHelp())), [onHelp]);
  return (
    <>
      <SearchBox inputRef={searchInput} handlers={handlers} />
      <UndoButtons />
      <ProjectsButton />
      {dialog === 'projects' && (
        <PartBoundary place="projects" onBroken={closeDialog}>
          <Suspense fallback={null}>
            <ProjectsDialog onClose={closeDialog} />
          </Suspense>
        </PartBoundary>
      )}
      <PartBoundary place="save scene">
        <Suspense fallback={null}>
          <SaveSceneButton />
        </Suspense>
      </PartBoundary>
      <ToolButton label={t('exportMap')} onClick={() => showDialog('export')}>
        <ExportIcon />
      </ToolButton>
      {dialog === 'export' && (
        <PartBoundary place="export" onBroken={closeDialog}>
          <Suspense fallback={null}>
            <ExportDialog onClose={closeDialog} />
          </Suspense>
        </PartBoundary>
      )}
      <ShareButton />
      <ToolButton
        label={t('language.switchTo')}
        onClick={() => dispatch(setLanguage(language === 'en' ? 'zh-CN' : 'en'))}
      >
        <span className={classes.language} lang={language === 'en' ? 'zh-CN' : 'en'}>
          {t('language.short')}
        </span>
      </ToolButton>
      <ThemeMenu />
      <ToolButton label={t('help.open')} onClick={handlers.onHelp}>
        <HelpIcon />
      </ToolButton>
    </>
  );
}

function ProjectsButton() {
  const { t } = useTranslation();
  const isFailing = useStore(projectSession.state, ({ saving }) => saving === 'failed');
  const title = t('projects.title');
  return (
    <ToolButton
      label={isFailing ? t('projects.titleNotSaved') : title}
      onClick={() => showDialog('projects')}
    >
      <span className={classes.projects} data-failing={isFailing || undefined}>
        <ProjectsIcon />
      </span>
    </ToolButton>
  );
}

function UndoButtons() {
  const { t } = useTranslation(['app', 'commands']);
  const lastVerb = useStore(projectStore, ({ history }) => history.past.at(-1)?.command.verb);
  const nextVerb = useStore(projectStore, ({ history }) => history.future.at(-1)?.command.verb);
  const nameOf = (verb: string) => t(`commands:${verb}` as 'commands:set-rail-year');
  return (
    <div className={classes.pair}>
      <ToolButton
        label={lastVerb === undefined ? t('undo') : t('undoStep', { step: nameOf(lastVerb) })}
        disabled={lastVerb === undefined}
        onClick={() => projectStore.getState().undo()}
      >
        <UndoIcon />
      </ToolButton>
      <ToolButton
        label={nextVerb === undefined ? t('redo') : t('redoStep', { step: nameOf(nextVerb) })}
        disabled={nextVerb === undefined}
        onClick={() => projectStore.getState().redo()}
      >
        <RedoIcon />
      </ToolButton>
    </div>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const theme = useProject(({ view }) => view.theme);
  const Current = THEME_ICONS[theme];
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('theme.label')} title={t('theme.label')}>
          <Current />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((id) => {
          const Icon = THEME_ICONS[id];
          return (
            <Menu.RadioItem
              key={id}
              value={id}
              rightSection={<Icon />}
              checked={id === theme}
              onChange={() => dispatch(setTheme(id))}
            >
              {t(`theme.${id}`)}
            </Menu.RadioItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
