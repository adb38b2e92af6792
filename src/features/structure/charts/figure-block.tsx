import { useRef, type ReactNode } from 'react';
import type { ArtefactId } from '#data/artefact-values.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import type { WordOf } from '#ui/tables/use-table-words.ts';
import classes from '../structure.module.css';

const INDICATORS = ['indicators'] as const;

/** A titled chart or table that can be opened or copied, and saved: CSV and workbook with sources, SVG where it holds a drawing. */
export function FigureBlock({
  title,
  tableTitle = title,
  about,
  note,
  fileName,
  rows,
  hasDrawing = false,
  hasTable = hasDrawing,
  data = INDICATORS,
  wordOf,
  anchor,
  children,
}: {
  readonly title: string;
  /** The title of the open table, where the section's says something else. */
  readonly tableTitle?: string;
  /** What the figures of the open table are: the indicator, the year, that they are modelled. */
  readonly about?: string | undefined;
  readonly note?: ReactNode;
  readonly fileName: string;
  /** Head and rows of the table; `null` while data that belong in it are not there: nothing is copied or saved of a part. */
  readonly rows: (() => readonly (readonly (string | number | null)[])[]) | null;
  readonly hasDrawing?: boolean;
  /** Whether its numbers open as a table (else they are copied from here): where the panel has a drawing of them, or a part of them only. */
  readonly hasTable?: boolean;
  /** The data files it was made from. */
  readonly data?: readonly ArtefactId[];
  readonly wordOf?: WordOf;
  /** Id of the section, for jumps to it. */
  readonly anchor?: string | undefined;
  readonly children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <PanelSection
      title={title}
      anchor={anchor}
      aside={
        rows === null ? undefined : (
          <TableTools
            title={title}
            tableTitle={tableTitle}
            about={about}
            fileName={fileName}
            rows={rows}
            origins={() => originsOf(data)}
            origin={tableOrigin}
            wordOf={wordOf}
            drawing={hasDrawing ? () => body.current?.querySelector('svg') : undefined}
            opens={hasTable}
          />
        )
      }
    >
      {note !== undefined && <p className={classes.note}>{note}</p>}
      <div ref={body}>{children}</div>
    </PanelSection>
  );
}
