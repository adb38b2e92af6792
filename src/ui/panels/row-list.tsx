import type { ReactNode } from 'react';
import classes from './row-list.module.css';

/** A row that selects something: its name, a figure at the right, a line of detail below. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly figure?: ReactNode;
  readonly detail?: ReactNode;
  /** A small mark before the name, in the colour of the map. */
  readonly mark?: ReactNode;
}

/** Rows to choose from; the chosen one carries the accent. */
export function RowList({
  rows,
  chosen,
  label,
  onChoose,
}: {
  readonly rows: readonly Row[];
  readonly chosen: string | null;
  readonly label: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map(({ id, name, figure, detail, mark }) => (
        <li key={id}>
          <button
            type="button"
            className={classes.row}
            aria-current={id === chosen ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            <span className={classes.name}>
              {mark}
              {name}
            </span>
            {figure !== undefined && <span className={classes.figure}>{figure}</span>}
            {detail !== undefined && <span className={classes.detail}>{detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
