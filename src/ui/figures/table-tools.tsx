import { useTranslation } from 'react-i18next';
import { saveCsv, type CsvCell } from '../files/save-file.ts';
import type { Origin } from '../tables/origin-lines.tsx';
import { TableButton } from './table-button.tsx';
import classes from './table-tools.module.css';

type Rows = readonly (readonly CsvCell[])[];

/** A table's numbers opened in full, and saved as CSV or as a workbook with its sources. */
export function TableTools({
  title,
  fileName,
  rows,
  origins,
  origin,
}: {
  readonly title: string;
  readonly fileName: string;
  /** Head and rows; asked for when they are wanted. */
  readonly rows: () => Rows;
  /** Sources under the open table. */
  readonly origins: () => readonly Origin[];
  /** What a saved file says of where it is from. */
  readonly origin: () => Rows;
}) {
  const { t } = useTranslation(['tables', 'terms']);
  return (
    <span className={classes.tools}>
      <TableButton title={title} rows={rows} origins={origins} />
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
