import { textTable } from '../../src/cli/text-table.ts';
import { type Measurement, meetsMark } from './measurement.ts';

const HEAD = ['bench', 'median', 'p95', 'unit', 'mark', 'met', 'runs', 'note'] as const;

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  if (value === 0) return '0';
  return value.toFixed(
    Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4,
  );
}

function row(measurement: Measurement): string[] {
  const { title, value, p95, unit, mark, markOn, runs, note } = measurement;
  const met = meetsMark(measurement);
  return [
    title,
    figure(value),
    figure(p95),
    unit,
    mark === undefined ? '' : `${markOn === 'p95' ? 'p95 ' : ''}≤ ${mark}`,
    met === null ? '' : met ? 'yes' : 'NO',
    runs === undefined ? '' : String(runs),
    note ?? '',
  ];
}

/** The figures for a terminal. */
export function benchTable(measurements: readonly Measurement[]): string {
  return textTable(HEAD, measurements.map(row));
}

/** The figures as the page `docs/bench.md`. */
export function benchMarkdown(run: {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly dataVersion: string;
  readonly measurements: readonly Measurement[];
}): string {
  return [
    '# Benches',
    '',
    `Written by \`npm run bench\`. Node ${run.node}, ${run.processor}, ${run.cores} cores, data version ${run.dataVersion}.`,
    'Marks are what the project set itself; a figure above its mark makes the command fail.',
    '',
    `| ${HEAD.join(' | ')} |`,
    `|${HEAD.map(() => '---').join('|')}|`,
    ...run.measurements.map((measurement) => `| ${row(measurement).join(' | ')} |`),
    '',
  ].join('\n');
}
