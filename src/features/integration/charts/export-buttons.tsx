import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv, saveSvg, type CsvCell } from '#ui/files/save-file.ts';
import { TableButton } from '#ui/figures/table-button.tsx';
import { tableOrigin } from '#state/table-origin.ts';
import { saveWorkbook } from '#ui/files/workbook.ts';
import classes from '../integration.module.css';

/** Saves a table, alone or as a workbook with its sources. */
export function CsvButton({
  name,
  rows,
}: {
  readonly name: string;
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation(['integration', 'terms']);
  return (
    <span className={classes.tools}>
      <button type="button" title={t('exportCsv')} onClick={() => saveCsv(name, rows, tableOrigin())}>
        CSV
      </button>
      <button
        type="button"
        title={t('exportXlsx')}
        onClick={() =>
          void saveWorkbook(name, [
            { name, rows },
            { name: t('terms:source'), rows: tableOrigin() },
          ])
        }
      >
        XLSX
      </button>
    </span>
  );
}

/** Shows a chart's numbers as a table, and saves it as a drawing or a table. */
export function ChartButtons({
  title,
  name,
  svg,
  rows,
}: {
  readonly title: string;
  readonly name: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation(['integration']);
  return (
    <span className={classes.tools}>
      <TableButton title={title} rows={() => rows} />
      <button
        type="button"
        title={t('exportSvg')}
        onClick={() => {
          if (svg.current !== null) saveSvg(name, svg.current);
        }}
      >
        SVG
      </button>
      <CsvButton name={name} rows={rows} />
    </span>
  );
}
