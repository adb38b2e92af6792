import { useTranslation } from 'react-i18next';
import type { CsvCell } from '../files/save-file.ts';
import { NO_VALUE, type NumberLanguage } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { columnDecimals, formatCell } from './column-decimals.ts';

/** Columns whose coded cells are terms of the whole atlas. */
const TERMS = ['provenance', 'status', 'category', 'maturity'];
/** Columns whose numbers are names, not amounts. */
const PLAIN = /^(openedYear|opened_year|year)$/;
/** A year behind the name of what it is of: `score_2020`. */
const OF_YEAR = /^(score|rank)_(\d{4})$/;

type Rows = readonly (readonly CsvCell[])[];

/** Words for codes that only the figure knows, by column; `undefined` = as it is. A head is asked for with the column `head`. */
export type WordOf = (column: string, code: string) => string | undefined;

/** How a person reads a table whose heads and cells are those of its file. */
export interface TableWords {
  readonly head: (column: string) => string;
  /** `decimals` are those of the column; without them those of the figure. */
  readonly cell: (value: CsvCell, column: string, decimals?: number) => string;
  /** Head and rows in words, figures as they are: what a person copies. */
  readonly worded: (rows: Rows, wordOf?: WordOf) => Rows;
}

/** Heads and coded cells in the page's language; what has no word stands as it is in the file. */
export function useTableWords(): TableWords {
  const { t } = useTranslation(['tables', 'terms']);
  return tableWords((key, options) => t(key, options), useLanguage());
}

/** A word of the tables, or of the terms by `terms:…`. */
type TellWord = (key: string, options: { readonly defaultValue: string; readonly year?: string }) => string;

/** The same by the words of any language. */
export function tableWords(t: TellWord, language: NumberLanguage): TableWords {
  const head = (column: string): string => {
    const [, of, year = ''] = OF_YEAR.exec(column) ?? [];
    if (of !== undefined)
      return t(of === 'rank' ? 'column.rankOf' : 'column.score', { year, defaultValue: column });
    return t(`column.${column}`, { defaultValue: column });
  };
  const cell = (value: CsvCell, column: string, decimals = columnDecimals([value])): string => {
    if (value === null || value === '') return NO_VALUE;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no', { defaultValue: String(value) });
    if (typeof value === 'number')
      return PLAIN.test(column) ? String(value) : formatCell(value, language, decimals);
    const term = TERMS.includes(column) ? t(`terms:${column}.${value}`, { defaultValue: value }) : value;
    return t(`cell.${column}.${value}`, { defaultValue: term });
  };
  const worded: TableWords['worded'] = ([columns = [], ...body], wordOf = () => undefined) => {
    const names = columns.map((name) => String(name ?? ''));
    return [
      names.map((name) => wordOf('head', name) ?? head(name)),
      ...body.map((row) =>
        row.map((value, place) => {
          if (value === null || value === '' || typeof value === 'number') return value;
          const name = names[place] ?? '';
          return (typeof value === 'string' ? wordOf(name, value) : undefined) ?? cell(value, name);
        }),
      ),
    ];
  };
  return { head, cell, worded };
}
