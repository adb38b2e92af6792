import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tableOrigin } from '#state/table-origin.ts';
import { saveCsv, type CsvCell } from '#ui/files/save-file.ts';
import { saveWorkbook } from '#ui/files/workbook.ts';

/** A table to take away: as CSV with its origin beneath, or as a workbook with a sheet of sources. `null` = not computed yet. */
export function TableSaves({
  fileName,
  title,
  rows,
}: {
  readonly fileName: string;
  readonly title: string;
  readonly rows: (() => readonly (readonly CsvCell[])[]) | null;
}) {
  const { t } = useTranslation(['circles', 'terms']);
  return (
    <Group grow gap={8} mt={8}>
      <Button
        variant="default"
        disabled={rows === null}
        onClick={() => rows !== null && saveCsv(fileName, rows(), tableOrigin())}
      >
        {t('matrix.csv')}
      </Button>
      <Button
        variant="default"
        disabled={rows === null}
        onClick={() =>
          rows !== null &&
          void saveWorkbook(fileName, [
            { name: title, rows: rows() },
            { name: t('terms:source'), rows: tableOrigin() },
          ])
        }
      >
        {t('matrix.xlsx')}
      </Button>
    </Group>
  );
}
