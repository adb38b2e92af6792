import { lazy, Suspense, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import { WORKSPACES } from '#state/document/view-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { afterFirstPicture } from '#state/first-picture.ts';
import type { ShellHandlers } from '../actions/action.ts';
import { PartBoundary } from './broken-part.tsx';
import classes from './top-bar.module.css';

const BarTools = lazy(() =>
  afterFirstPicture(async () => ({ default: (await import('./bar-tools.tsx')).BarTools })),
);

/** Name, workspaces, search, undo and redo, share, language, theme. */
export function TopBar({
  searchInput,
  handlers,
}: {
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly handlers: ShellHandlers;
}) {
  const { t } = useTranslation();
  const workspace = useProject(({ view }) => view.workspace);
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
        <PartBoundary place="tools">
          <Suspense fallback={null}>
            <BarTools searchInput={searchInput} handlers={handlers} />
          </Suspense>
        </PartBoundary>
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
