import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** In place of content: why it is not there (yet) and what can be done. */
export function Notice({
  kind,
  title,
  children,
  action,
}: {
  readonly kind: 'loading' | 'failed' | 'empty';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}) {
  return (
    <div className={classes.notice} data-kind={kind} role={kind === 'failed' ? 'alert' : 'status'}>
      {kind === 'loading' && <Loader size={16} color="gray" />}
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children !== undefined && <div className={classes.body}>{children}</div>}
        {action !== undefined && (
          <Button variant="default" mt={8} onClick={action.onClick}>
            {action.label}
          </Button>
        )}
      </div>
    </div>
  );
}
