import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv, saveSvg, type CsvCell } from '#ui/files/save-file.ts';
import { TableButton } from '#ui/figures/table-button.tsx';
import type { WordOf } from '#ui/tables/use-table-words.ts';
import { useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { saveWorkbook } from '#ui/files/workbook.ts';
import classes from '../integration.module.css';
import { useShownScore } from '../measure/use-shown-score.ts';

/** A file's name, which says so where the numbers are a scenario's. */
function useFileName(name: string): string {
  return (useShownScore()?.under ?? null) === null ? name : `${name}-scenario`;
}

/** Saves a table, alone or as a workbook with its sources. */
export function CsvButton({
  name,
  rows,
}: {
  readonly name: string;
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const file = useFileName(name);
  return (
    <span className={classes.tools}>
      <button type="button" title={t('exportCsv')} onClick={() => saveCsv(file, rows, tableOrigin())}>
        CSV
      </button>
      <button
        type="button"
        title={t('exportXlsx')}
        onClick={() =>
          void saveWorkbook(file, [
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
  about,
  name,
  svg,
  rows,
  wordOf,
}: {
  readonly title: string;
  /** What the figures are, where title and heads don't say it; without it the year shown. */
  readonly about?: string;
  readonly name: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly rows: readonly (readonly CsvCell[])[];
  readonly wordOf?: WordOf;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const file = useFileName(name);
  const year = useProject(({ integration }) => integration.year);
  return (
    <span className={classes.tools}>
      <TableButton
        title={title}
        about={about ?? t('terms:year', { year })}
        rows={() => rows}
        origins={() => originsOf(['indicators', 'indicators-county', 'regions'])}
        wordOf={wordOf}
      />
      <button
        type="button"
        title={t('exportSvg')}
        onClick={() => {
          if (svg.current !== null) saveSvg(file, svg.current);
        }}
      >
        SVG
      </button>
      <CsvButton name={name} rows={rows} />
    </span>
  );
}
