import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv, saveSvg, type CsvCell } from '#ui/files/save-file.ts';
import classes from '../integration.module.css';

/** Saves a table. */
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
      <button type="button" title={t('exportCsv')} onClick={() => saveCsv(name, rows)}>
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
          if (svg.current !== null) saveSvg(name, svg.current);
        }}
      >
        SVG
      </button>
      <CsvButton name={name} rows={rows} />
    </span>
  );
}
