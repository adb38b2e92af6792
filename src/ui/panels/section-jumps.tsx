import classes from './section-jumps.module.css';

/** A section of the panel to which one can jump. */
export interface JumpTarget<Key extends string> {
  readonly key: Key;
  readonly title: string;
  /** Id of its element. */
  readonly anchor: string;
}

/** The way to what stands below a long list. */
export function SectionJumps<Key extends string>({
  label,
  columns,
  targets,
  onJump,
}: {
  /** What a screen reader calls the links together. */
  readonly label: string;
  readonly columns: number;
  readonly targets: readonly JumpTarget<Key>[];
  readonly onJump: (key: Key) => void;
}) {
  return (
    <nav
      data-off-paper
      className={classes.jumps}
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
    >
      {targets.map(({ key, title, anchor }) => (
        <a
          key={key}
          className={classes.jump}
          href={`#${anchor}`}
          onClick={(event) => {
            // The address holds the project's link.
            event.preventDefault();
            onJump(key);
          }}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
