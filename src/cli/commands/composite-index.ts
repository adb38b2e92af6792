import { computeIndex, indexByUnit } from '#core/scoring/composite/compute-index.ts';
import { declarationOnColumns, readOwnIndex } from '#core/scoring/composite/own-index.ts';
import { type Command, refuse, report, withExitCode } from '../command.ts';
import { indexText } from '../index-text.ts';
import { textOption } from '../options.ts';
import { readTable, tableOfFigures } from '../read-index-table.ts';
import { readJsonFile, readTextFile } from '../read-text-file.ts';

/** `index --data table.csv --index index.json`: any declared composite index on any table. */
export const indexCommand: Command = {
  name: 'index',
  operands: '',
  operandCount: 0,
  summary:
    'A composite index declared as JSON, computed on a table (one row a unit, one column an indicator).',
  options: {
    data: {
      type: 'string',
      value: 'file.csv',
      help: 'The table: CSV or TSV with a header, UTF-8, UTF-16 or GBK.',
    },
    index: {
      type: 'string',
      value: 'file.json',
      help: 'The declaration: units, normalise, aggregate, nodes.',
    },
  },
  examples: ['index --data table.csv --index index.json --json'],
  run: async (_operands, options) => {
    const dataPath = textOption(options, 'data');
    const indexPath = textOption(options, 'index');
    if (dataPath === undefined || indexPath === undefined) {
      return refuse(
        'missing-option',
        'Both --data and --index are needed.',
        'Try: index --data table.csv --index index.json',
      );
    }
    const declared = await readJsonFile('index', indexPath);
    if (!declared.ok) return declared;
    const text = await readTextFile('data', dataPath);
    if (!text.ok) return text;
    const table = readTable(text.value, dataPath);
    if (!table.ok) return table;
    const read = readOwnIndex(declared.value, table.value.header);
    if (!read.ok) return withExitCode(read.failure, 2);
    const declaration = declarationOnColumns(read.value);
    const { nodes, units } = declaration;
    const parents = new Set(nodes.map(({ parent }) => parent));
    const leaves = nodes.filter(({ id }) => !parents.has(id)).map(({ id }) => id);
    const figures = tableOfFigures(table.value, units, leaves);
    if (!figures.ok) return figures;
    const { table: columns, understood } = figures.value;
    const index = computeIndex(declaration, columns);
    return report(
      {
        units: indexByUnit(index),
        ...(index.undefinedAt.length > 0 && { undefinedAt: index.undefinedAt }),
        ...(index.equalWeightsAt.length > 0 && { equalWeightsAt: index.equalWeightsAt }),
        ...(understood.length > 0 && { understood }),
      },
      indexText(index, understood),
    );
  },
};
