import { useId, type ReactNode } from 'react';
import classes from './panel-section.module.css';

/** A titled part of a panel, divided from the next by a hairline. */
export function PanelSection({
  title,
  aside,
  anchor,
  isOffPaper = false,
  children,
}: {
  readonly title: string;
  /** Small matter at the right of the title: a count, a switch. */
  readonly aside?: ReactNode;
  /** Id of the section, for jumps to it. */
  readonly anchor?: string | undefined;
  /** Nothing but things to do: left out on paper. */
  readonly isOffPaper?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      id={anchor}
      className={classes.section}
      aria-labelledby={id}
      data-off-paper={isOffPaper || undefined}
    >
      <header className={classes.header}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
