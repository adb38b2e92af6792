import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../integration.module.css';
import { saveText, toCsv, toSvgText, type CsvCell } from './save-file.ts';

/** Saves a table. Starts with a byte-order mark, so that spreadsheets read Chinese. */
export function CsvButton({
  name,
  rows,
}: {
  readonly name: string;
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation(['integration']);
  return (
    <span className={classes.tools}>
      <button
        type="button"
        title={t('exportCsv')}
        onClick={() => saveText(`${name}.csv`, `\uFEFF${toCsv(rows)}`, 'text/csv;charset=utf-8')}
      >
        CSV
      </button>
    </span>
  );
}

/** Saves a chart as a drawing, and its numbers as a table. */
export function ChartButtons({
  name,
  svg,
  rows,
}: {
  readonly name: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation(['integration']);
  return (
    <span className={classes.tools}>
      <button
        type="button"
        title={t('exportSvg')}
        onClick={() => {
          if (svg.current !== null) saveText(`${name}.svg`, toSvgText(svg.current), 'image/svg+xml');
        }}
      >
        SVG
      </button>
      <CsvButton name={name} rows={rows} />
    </span>
  );
}
