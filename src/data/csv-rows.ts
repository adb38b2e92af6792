import Papa from 'papaparse';

/** One row of a CSV file by column name; columns that the file lacks are absent. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/** Receives pieces of a CSV file and hands on its rows. */
export interface CsvReader {
  push(text: string): void;
  /** Tells that the file has ended. */
  end(): void;
}

/** Rows of a person's file are at most so long; a longer one is no table. */
const LONGEST_ROW = 100_000;

/** What separates the cells, by the first row: a tab or a semicolon where there are more of them than commas. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (sign: string): number => first.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Why a text cannot be read as a table. */
export class CsvProblem extends Error {}

function quotesOf(text: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes;
}

/**
 * Reads a CSV file piece by piece, never holding more than one piece and an unfinished row. Columns go by their names in
 * the first row (trimmed, without byte-order mark). `onRow` gets the number of the row's first line, from 1.
 * @throws {@link CsvProblem} on a row of more than 100,000 characters
 */
export function createCsvReader(
  onHeader: (columns: readonly string[]) => void,
  onRow: (row: CsvRow, line: number, cells: readonly string[]) => void,
): CsvReader {
  let rest = '';
  let line = 1;
  let columns: readonly string[] | null = null;
  let delimiter = '';

  const parse = (text: string): void => {
    delimiter ||= delimiterOf(text);
    Papa.parse<string[]>(text, {
      delimiter,
      step: ({ data: cells }) => {
        const first = line;
        line += 1;
        for (const cell of cells) {
          if (cell.includes('\n')) line += cell.split('\n').length - 1;
        }
        if (cells.length === 1 && cells[0]?.trim() === '') return;
        if (columns === null) {
          columns = cells.map((cell) => cell.replace(/^\uFEFF/u, '').trim());
          onHeader(columns);
          return;
        }
        const row: Record<string, string | undefined> = Object.create(null) as Record<string, string>;
        for (let index = 0; index < columns.length; index++) {
          const name = columns[index] as string;
          if (name !== '') row[name] = cells[index]?.trim();
        }
        onRow(row, first, cells);
      },
    });
  };
  return {
    push(text) {
      rest += text;
      // Rows end at line ends outside quotation marks: with an even number of marks before them.
      let cut = rest.lastIndexOf('\n');
      let quotes = cut === -1 ? 0 : quotesOf(rest.slice(0, cut));
      while (cut !== -1 && quotes % 2 === 1) {
        const before = rest.lastIndexOf('\n', cut - 1);
        quotes -= quotesOf(rest.slice(before + 1, cut));
        cut = before;
      }
      if (cut === -1) {
        if (rest.length > LONGEST_ROW) throw new CsvProblem(`line ${line} has more than 100,000 characters`);
        return;
      }
      parse(rest.slice(0, cut));
      rest = rest.slice(cut + 1);
      if (rest.length > LONGEST_ROW * 20)
        throw new CsvProblem(`a quotation mark is not closed after line ${line}`);
    },
    end() {
      if (rest !== '') parse(rest);
      rest = '';
    },
  };
}
