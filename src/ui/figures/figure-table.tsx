import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { Notice } from '../panels/notice.tsx';
import { useReturnFocus } from '../panels/use-return-focus.ts';
import { OriginLines } from '../tables/origin-lines.tsx';
import { sortRows, type RowOrder } from '../tables/row-order.ts';
import { SortHead } from '../tables/sort-head.tsx';
import classes from '../tables/table.module.css';
import { useTableWords } from '../tables/use-table-words.ts';
import type { TableOfFigure } from './table-button.tsx';

/** The numbers behind a chart as a table that can be ordered, in words, with its sources. */
export function FigureTableDialog({ onClose, ...figure }: TableOfFigure & { readonly onClose: () => void }) {
  const { t } = useTranslation('terms');
  return (
    <Modal
      opened
      size="auto"
      title={figure.title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <FigureTable {...figure} />
    </Modal>
  );
}

function FigureTable({ title, rows, origins, wordOf = () => undefined }: TableOfFigure) {
  useReturnFocus();
  const { t } = useTranslation('tables');
  const language = useLanguage();
  const words = useTableWords();
  // The numbers of the moment at which it was opened: what is computed anew behind it does not shuffle the rows.
  const [[head = [], ...body]] = useState(rows);
  const [order, setOrder] = useState<RowOrder | null>(null);
  const columns = head.map((cell) => String(cell ?? ''));
  const figures = columns.map((_, column) => body.some((row) => typeof row[column] === 'number'));
  const isFigure = (column: number) => figures[column] === true;
  if (body.length === 0)
    return (
      <Notice kind="empty" title={t('empty')}>
        {t('emptyNext')}
      </Notice>
    );
  const said = body.map((row) =>
    row.map((cell, column) =>
      typeof cell === 'string' ? (wordOf(columns[column] ?? '', cell) ?? cell) : cell,
    ),
  );
  const sorted = order === null ? said : sortRows(said, order, language);
  return (
    <>
      <table className={classes.table} aria-label={title}>
        <SortHead
          heads={columns.map((column) => wordOf('head', column) ?? words.head(column))}
          isFigure={isFigure}
          order={order}
          onOrder={setOrder}
        />
        <tbody>
          {sorted.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {row.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className={isFigure(column) ? classes.number : undefined}>
                  {words.cell(cell, columns[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <OriginLines origins={origins()} />
    </>
  );
}
