import { ActionIcon, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { enterWorkspace, setLanguage, setTheme } from '#state/commands/view-commands.ts';
import { THEMES, WORKSPACES } from '#state/project-document.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { KeyboardIcon, MoonIcon, RedoIcon, SunIcon, SystemThemeIcon, UndoIcon } from '#ui/icons/icons.tsx';
import { SearchBox } from './search-box.tsx';
import { ShareButton } from './share-button.tsx';
import classes from './top-bar.module.css';

const THEME_ICONS = { light: SunIcon, dark: MoonIcon, system: SystemThemeIcon } as const;

/** Name, workspaces, search, undo and redo, share, language, theme. */
export function TopBar({
  searchInput,
  onHelp,
}: {
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
}) {
  const { t } = useTranslation();
  const workspace = useProject(({ view }) => view.workspace);
  const language = useProject(({ view }) => view.language);
  return (
    <header className={classes.bar}>
      <div className={classes.brand}>
        <Seal />
        <h1 className={classes.name}>{t('name')}</h1>
      </div>
      <nav className={classes.workspaces} aria-label={t('workspaces')}>
        {WORKSPACES.map((id) => (
          <button
            key={id}
            type="button"
            className={classes.workspace}
            aria-current={id === workspace ? 'page' : undefined}
            onClick={() => dispatch(enterWorkspace(id))}
          >
            {t(`workspace.${id}`)}
          </button>
        ))}
      </nav>
      <div className={classes.tools}>
        <SearchBox inputRef={searchInput} />
        <UndoButtons />
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
        <span className={classes.wide}>
          <ToolButton label={t('help.open')} onClick={onHelp}>
            <KeyboardIcon />
          </ToolButton>
        </span>
      </div>
    </header>
  );
}

/** The mark: cities of an agglomeration tied together, as a seal. */
function Seal() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" className={classes.seal}>
      <rect x="1" y="1" width="30" height="30" rx="6" fill="var(--atlas-accent)" />
      <g stroke="var(--atlas-panel)" strokeWidth="1.6" strokeLinecap="round">
        <path d="M11 20.5 21 11M11 20.5l11 3.5M21 11l1 13M11 20.5 9 10M9 10l12 1" fill="none" opacity=".75" />
      </g>
      <g fill="var(--atlas-panel)">
        <circle cx="11" cy="20.5" r="3.6" />
        <circle cx="21" cy="11" r="2.8" />
        <circle cx="22" cy="24" r="2" />
        <circle cx="9" cy="10" r="1.7" />
      </g>
    </svg>
  );
}

function UndoButtons() {
  const { t } = useTranslation();
  const lastVerb = useStore(projectStore, ({ history }) => history.past.at(-1)?.command.verb);
  const nextVerb = useStore(projectStore, ({ history }) => history.future.at(-1)?.command.verb);
  const nameOf = (verb: string) => t(`command.${verb}` as 'command.set-rail-year');
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
            <Menu.Item
              key={id}
              leftSection={<Icon />}
              role="menuitemradio"
              aria-checked={id === theme}
              fw={id === theme ? 600 : 400}
              onClick={() => dispatch(setTheme(id))}
            >
              {t(`theme.${id}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
