import type { ReactNode } from 'react';
import classes from './slip.module.css';

/** Everything the page has to say in passing, one below the other at its top. */
export function SlipStack({ children }: { readonly children: ReactNode }) {
  return <div className={classes.stack}>{children}</div>;
}

/** One thing a person must know now, read out at once, with what can be done about it at its right. */
export function Slip({
  title,
  body,
  children,
}: {
  readonly title: string;
  readonly body: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.slip} role="alert">
      <div className={classes.words}>
        <h2 className={classes.title}>{title}</h2>
        {body.map((words) => (
          <p key={words} className={classes.body}>
            {words}
          </p>
        ))}
      </div>
      {children}
    </section>
  );
}
