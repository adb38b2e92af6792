import { Button, Progress } from '@mantine/core';
import classes from './run-status.module.css';

/** How a long computation stands, with what one can do about it: give it up, or ask again. */
export function RunStatus({
  words,
  action,
  progress,
}: {
  readonly words: string;
  readonly action: { readonly label: string; readonly onClick: () => void };
  /** How far it is; without it nothing is under way. `total` may not be known yet. */
  readonly progress?: { readonly done: number; readonly total: number };
}) {
  return (
    <>
      <div className={classes.status}>
        <span className={classes.words}>{words}</span>
        <Button variant="default" size="compact-xs" onClick={action.onClick}>
          {action.label}
        </Button>
      </div>
      {progress !== undefined && (
        <Progress
          size={3}
          value={progress.total > 0 ? (progress.done / progress.total) * 100 : 0}
          aria-hidden
        />
      )}
    </>
  );
}
