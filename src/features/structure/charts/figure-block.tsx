import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArtefactId } from '#data/artefact-values.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { saveCsv, saveSvg } from '#ui/files/save-file.ts';
import { TableButton } from '#ui/figures/table-button.tsx';
import { saveWorkbook } from '#ui/files/workbook.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import type { WordOf } from '#ui/tables/use-table-words.ts';
import classes from '../structure.module.css';

const INDICATORS = ['indicators'] as const;

/** A titled chart or table that can be saved: CSV and workbook with sources always, SVG where it holds a drawing. */
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
  /** Head and rows of the table. */
  readonly rows: () => readonly (readonly (string | number | null)[])[];
  readonly hasDrawing?: boolean;
  /** Whether its numbers open as a table: where the panel has a drawing of them, or a part of them only. */
  readonly hasTable?: boolean;
  /** The data files it was made from. */
  readonly data?: readonly ArtefactId[];
  readonly wordOf?: WordOf;
  /** Id of the section, for jumps to it. */
  readonly anchor?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['structure', 'terms']);
  const body = useRef<HTMLDivElement>(null);
  return (
    <PanelSection
      title={title}
      anchor={anchor}
      aside={
        <span className={classes.saves}>
          {hasTable && (
            <TableButton
              className={classes.save}
              title={tableTitle}
              about={about}
              rows={rows}
              origins={() => originsOf(data)}
              wordOf={wordOf}
            />
          )}
          {hasDrawing && (
            <button
              type="button"
              className={classes.save}
              aria-label={t('save.label', { title, format: t('save.svg') })}
              onClick={() => {
                const svg = body.current?.querySelector('svg');
                if (svg) saveSvg(fileName, svg);
              }}
            >
              {t('save.svg')}
            </button>
          )}
          <button
            type="button"
            className={classes.save}
            aria-label={t('save.label', { title, format: t('save.csv') })}
            onClick={() => saveCsv(fileName, rows(), tableOrigin())}
          >
            {t('save.csv')}
          </button>
          <button
            type="button"
            className={classes.save}
            aria-label={t('save.label', { title, format: t('save.xlsx') })}
            onClick={() =>
              void saveWorkbook(fileName, [
                { name: title, rows: rows() },
                { name: t('terms:source'), rows: tableOrigin() },
              ])
            }
          >
            {t('save.xlsx')}
          </button>
        </span>
      }
    >
      {note !== undefined && <p className={classes.note}>{note}</p>}
      <div ref={body}>{children}</div>
    </PanelSection>
  );
}
