import { inUnitOfColumn, unitOfColumn } from '#data/import/marked-unit.ts';
import { parseHeader } from '#data/import/read-headers.ts';
import { type NumberProblem, type NumberReading, readNumber } from '#data/import/read-number.ts';
import { type Checked, refuse } from './command.ts';

/** A cell of a column with the row and the unit that it belongs to. */
interface ColumnCell {
  readonly row: number;
  readonly unit: string;
  readonly text: string;
}

/** How many cells of a column were read in one way that is not that of a plain number. */
export interface UnderstoodCells {
  readonly column: string;
  /** `nan`: written as not a number, taken as missing. */
  readonly as: NumberReading | 'nan';
  readonly cells: number;
}

/** A column's figures, `null` = missing. */
export interface ReadColumn {
  readonly values: readonly (number | null)[];
  readonly understood: readonly UnderstoodCells[];
}

/** Why a cell is no figure, as the end of a sentence, and what to do. */
const PROBLEMS: Readonly<Record<NumberProblem, readonly [words: string, nextStep: string]>> = {
  formula: ['which is a formula', 'Save the table with the values of its formulas.'],
  'error-value': ['which is the error of a formula', 'Correct the formula, or leave the cell empty.'],
  'not-finite': ['which is not finite', 'Leave the cell empty if there is no figure.'],
  'ambiguous-comma': [
    'in which the comma may part thousands or decimals',
    'Write it with a decimal point and without separators.',
  ],
  'text-in-number': ['in which words are mixed with a number', 'Write the number alone.'],
  'no-number': ['which is no number', 'Write a number, or leave the cell empty if there is none.'],
  'without-percent': [
    'without the per cent or per mille sign that others in the column have',
    'Write the sign after all of them or after none.',
  ],
  'with-percent': [
    'with a per cent or per mille sign that most others in the column do not have',
    'Write the sign after all of them or after none.',
  ],
};

const NOT_A_NUMBER = /^[+-]?nan$/i;

/**
 * Reads the figures of one column as the app reads those of a person's table: 1,500, 1.2万 and 12 % are understood, and
 * which was is counted. What is no figure is refused with its row. `NaN`, which programs write for missing, is missing.
 */
export function readFigureColumn(column: string, cells: readonly ColumnCell[]): Checked<ReadColumn> {
  const headerUnit = parseHeader(column).unit;
  const refuseCell = ({ row, unit, text }: ColumnCell, reason: NumberProblem) => {
    const [words, nextStep] = PROBLEMS[reason];
    return refuse(
      'not-a-figure',
      `Row ${row} ("${unit}") has "${text}" in the column "${column}", ${words}.`,
      nextStep,
    );
  };
  const counts = new Map<UnderstoodCells['as'], number>();
  const count = (as: UnderstoodCells['as']) => counts.set(as, (counts.get(as) ?? 0) + 1);
  const read: {
    readonly cell: ColumnCell;
    readonly value: number;
    readonly how: readonly NumberReading[];
  }[] = [];
  for (const cell of cells) {
    if (NOT_A_NUMBER.test(cell.text)) {
      count('nan');
      continue;
    }
    const reading = readNumber(cell.text, headerUnit);
    if (reading.kind === 'problem') return refuseCell(cell, reading.reason);
    if (reading.kind === 'missing') continue;
    for (const how of reading.how) count(how);
    read.push({ cell, value: reading.value, how: reading.how });
  }
  const unit = unitOfColumn(headerUnit, read);
  const figures = new Map<ColumnCell, number>();
  for (const { cell, value, how } of read) {
    const figure = inUnitOfColumn(value, how, headerUnit, unit);
    if (typeof figure === 'string') return refuseCell(cell, figure);
    figures.set(cell, figure);
  }
  return {
    ok: true,
    value: {
      values: cells.map((cell) => figures.get(cell) ?? null),
      understood: [...counts].map(([as, number]) => ({ column, as, cells: number })),
    },
  };
}
