import { useTranslation } from 'react-i18next';
import type { CsvCell } from '../files/save-file.ts';
import { formatNumber, NO_VALUE } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Decimals of figures that are not whole. */
const DECIMALS = 3;
/** Columns whose coded cells are terms of the whole atlas. */
const TERMS = ['provenance', 'status', 'category', 'maturity'];
/** Columns whose numbers are names, not amounts. */
const PLAIN = /^(openedYear|opened_year|year)$/;
/** A year behind the name of what it is of: `score_2020`. */
const OF_YEAR = /^(score|rank)_(\d{4})$/;

/** How a person reads a table whose heads and cells are those of its file. */
export interface TableWords {
  readonly head: (column: string) => string;
  readonly cell: (value: CsvCell, column: string) => string;
}

/** Heads and coded cells in the page's language; what has no word stands as it is in the file. */
export function useTableWords(): TableWords {
  const { t } = useTranslation(['tables', 'terms']);
  const language = useLanguage();
  const head = (column: string): string => {
    const [, of, year = ''] = OF_YEAR.exec(column) ?? [];
    if (of !== undefined) return t(of === 'rank' ? 'column.rankOf' : 'column.score', { year });
    return t(`column.${column}` as 'column.id', { defaultValue: column });
  };
  const cell = (value: CsvCell, column: string): string => {
    if (value === null || value === '') return NO_VALUE;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number')
      return PLAIN.test(column)
        ? String(value)
        : formatNumber(value, language, Number.isInteger(value) ? 0 : DECIMALS);
    const term = TERMS.includes(column)
      ? t(`terms:${column}.${value}` as 'terms:status.open', { defaultValue: value })
      : value;
    return t(`cell.${column}.${value}` as 'cell.count.gdp', { defaultValue: term });
  };
  return { head, cell };
}
