import { useTranslation } from 'react-i18next';
import { saveCsv, saveSvg, type CsvCell } from '../files/save-file.ts';
import { CopyTable } from '../tables/copy-table.tsx';
import { TableButton, type TableOfFigure } from './table-button.tsx';
import classes from './table-tools.module.css';

type Rows = readonly (readonly CsvCell[])[];

/**
 * What can be done with the numbers of a figure: open them as a table, or copy them where the page shows the table itself;
 * save them as CSV or as a workbook with its sources; save the drawing.
 */
export function TableTools({
  title,
  tableTitle = title,
  about,
  fileName,
  rows,
  origins,
  origin,
  wordOf,
  drawing,
  opens = true,
  isAbove = false,
}: TableOfFigure & {
  /** The title of the open table, where the figure's says something else. */
  readonly tableTitle?: string;
  readonly fileName: string;
  /** What a saved file says of where it is from. */
  readonly origin: () => Rows;
  /** The drawing, where there is one. */
  readonly drawing?: (() => SVGSVGElement | null | undefined) | undefined;
  /** Whether there is more to see than on the page. */
  readonly opens?: boolean;
  /** A line of their own above the table, where the section's head has no room for them. */
  readonly isAbove?: boolean;
}) {
  const { t } = useTranslation(['tables', 'terms']);
  return (
    <span className={classes.tools} data-above={isAbove || undefined}>
      {opens ? (
        <TableButton title={tableTitle} about={about} rows={rows} origins={origins} wordOf={wordOf} />
      ) : (
        <CopyTable title={title} rows={rows} origins={origins} wordOf={wordOf} />
      )}
      {drawing !== undefined && (
        <button
          type="button"
          aria-label={t('saveAs', { title, format: 'SVG' })}
          onClick={() => {
            const svg = drawing();
            if (svg) saveSvg(fileName, svg);
          }}
        >
          SVG
        </button>
      )}
      <button
        type="button"
        aria-label={t('saveAs', { title, format: 'CSV' })}
        onClick={() => saveCsv(fileName, rows(), origin())}
      >
        CSV
      </button>
      <button
        type="button"
        aria-label={t('saveAs', { title, format: 'XLSX' })}
        onClick={() =>
          // The writer of workbooks is only loaded when one is wanted.
          void import('../files/workbook.ts').then(({ saveWorkbook }) =>
            saveWorkbook(fileName, [
              { name: title, rows: rows() },
              { name: t('terms:source'), rows: origin() },
            ]),
          )
        }
      >
        XLSX
      </button>
    </span>
  );
}
