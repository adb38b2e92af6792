import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type SheetData } from 'write-excel-file/universal';
import { joined, type DeckChart } from './deck.ts';

/** Name of the only sheet. */
export const chartSheet = 'Sheet1';

/** `A`, `B` … `Z`, `AA`: the column at an index from 0. */
export function columnName(index: number): string {
  return (
    (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))
  );
}

/**
 * The numbers of a chart as the workbook that PowerPoint opens to edit them: categories down, series across (of dots what
 * they lie over before them). `day` (ISO) dates its entries in place of the clock.
 */
export async function chartWorkbook(chart: DeckChart, day: string): Promise<Uint8Array> {
  const format = `#,##0${chart.decimals > 0 ? `.${'0'.repeat(chart.decimals)}` : ''}`;
  const columns = [
    ...(chart.kind === 'scatter' ? [{ name: chart.across.title, values: chart.across.values }] : []),
    ...chart.series,
  ];
  const data: SheetData = [
    [null, ...columns.map(({ name }) => ({ value: joined(name), type: String }))],
    ...chart.categories.map((category, row) => [
      { value: joined(category), type: String },
      ...columns.map(({ values }) => {
        const value = values[row] ?? null;
        return value === null ? null : { value, type: Number, format };
      }),
    ]),
  ];
  const blob = await writeWorkbook(data, { sheet: chartSheet }).toBlob();
  const entries = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync(entries, { mtime: new Date(`${day}T00:00:00`) });
}
