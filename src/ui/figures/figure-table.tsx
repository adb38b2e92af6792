import { Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { Notice } from '../panels/notice.tsx';
import { useReturnFocus } from '../panels/use-return-focus.ts';
import { columnDecimals } from '../tables/column-decimals.ts';
import { CopyTable } from '../tables/copy-table.tsx';
import { OriginLines } from '../tables/origin-lines.tsx';
import { sortRows, type RowOrder } from '../tables/row-order.ts';
import { SortHead } from '../tables/sort-head.tsx';
import { useTableWords } from '../tables/use-table-words.ts';
import classes from './figure-table.module.css';
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
      classNames={{ content: classes.dialog, body: classes.body }}
    >
      <FigureTable {...figure} />
    </Modal>
  );
}

function FigureTable({ title, about = '', rows, origins, wordOf }: TableOfFigure) {
  useReturnFocus();
  const { t } = useTranslation('tables');
  const language = useLanguage();
  const words = useTableWords();
  // The numbers of the moment at which it was opened: what is computed anew behind it does not shuffle the rows.
  const [opened] = useState(rows);
  const [order, setOrder] = useState<RowOrder | null>(null);
  const columns = (opened[0] ?? []).map((cell) => String(cell ?? ''));
  const [heads = [], ...body] = words.worded(opened, wordOf);
  if (body.length === 0)
    return (
      <Notice kind="empty" title={t('empty')}>
        {t('emptyNext')}
      </Notice>
    );
  const figures = columns.map((_, column) => body.some((row) => typeof row[column] === 'number'));
  const decimals = columns.map((_, column) => columnDecimals(body.map((row) => row[column])));
  const isFigure = (column: number) => figures[column] === true;
  const sorted = order === null ? body : sortRows(body, order, language);
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="start" gap={16} mb={4}>
        <Text size="xs" c="var(--atlas-muted)">
          {about}
        </Text>
        <CopyTable
          title={title}
          className={classes.copy}
          rows={() => [opened[0] ?? [], ...sorted]}
          origins={origins}
          wordOf={wordOf}
        />
      </Group>
      <table className={classes.table} aria-label={title}>
        <SortHead heads={heads.map(String)} isFigure={isFigure} order={order} onOrder={setOrder} />
        <tbody>
          {sorted.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {row.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className={isFigure(column) ? classes.number : undefined}>
                  {words.cell(cell, columns[column] ?? '', decimals[column])}
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
