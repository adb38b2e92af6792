import type { ReactNode } from 'react';
import classes from './panel-title.module.css';

/** Title of a panel with a sentence on what it holds. */
export function PanelTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>{title}</h2>
      {children !== undefined && <p className={classes.intro}>{children}</p>}
    </header>
  );
}
