import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvCell } from '../files/save-file.ts';
import { formatNumber, NO_VALUE } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useReturnFocus } from '../panels/use-return-focus.ts';
import classes from '../tables/table.module.css';

type Rows = readonly (readonly CsvCell[])[];

/** Decimals of figures that are not whole. */
const DECIMALS = 3;

/** Opens the numbers behind a chart as a table: head and rows are those of its CSV. */
export function TableButton({
  title,
  rows,
  className,
}: {
  readonly title: string;
  /** Asked for when the table is opened. */
  readonly rows: () => Rows;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation('terms');
  const [shown, setShown] = useState<Rows | null>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t('asTableOf', { title })}
        onClick={() => setShown(rows())}
      >
        {t('asTable')}
      </button>
      {shown !== null && (
        <Modal
          opened
          size="auto"
          title={title}
          onClose={() => setShown(null)}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <FigureTable title={title} rows={shown} />
        </Modal>
      )}
    </>
  );
}

function FigureTable({ title, rows }: { readonly title: string; readonly rows: Rows }) {
  useReturnFocus();
  const language = useLanguage();
  const [head = [], ...body] = rows;
  const isFigure = (column: number) => body.some((row) => typeof row[column] === 'number');
  const text = (cell: CsvCell): string => {
    if (cell === null || cell === '') return NO_VALUE;
    if (typeof cell !== 'number') return String(cell);
    return formatNumber(cell, language, Number.isInteger(cell) ? 0 : DECIMALS);
  };
  return (
    <table className={classes.table} aria-label={title}>
      <thead>
        <tr>
          {head.map((cell, index) => (
            // A head may repeat a word; its place is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <th key={index} scope="col" className={isFigure(index) ? classes.number : undefined}>
              {String(cell ?? '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={place}>
            {row.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <td key={index} className={isFigure(index) ? classes.number : undefined}>
                {text(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
