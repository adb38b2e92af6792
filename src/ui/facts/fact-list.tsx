import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

/** One fact: what, how much, and — small below — what it rests on. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** Facts under one another, divided by hairlines; figures stand in one column. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.list}>
      {facts.map(({ label, value, note }) => (
        <div key={label} className={classes.row}>
          <dt className={classes.label}>{label}</dt>
          {value !== '' && <dd className={classes.value}>{value}</dd>}
          {note !== undefined && note !== null && note !== '' && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
