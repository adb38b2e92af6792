import { fail, succeed, type Result } from '#core/units/result.ts';
import { decodeText } from '#data/import/decode-text.ts';
import { EMPTY_FILE, IMPORT_LIMITS, tooLarge, type RawSheet } from '#data/import/import-limits.ts';
import { interpretSheet, type SheetOrigin } from '#data/import/interpret-sheet.ts';
import { buildPlaceIndex } from '#data/import/place-index.ts';
import { readTextTable } from '#data/import/read-text-table.ts';
import { isOldExcel, isZip, readWorkbook } from '#data/import/read-workbook.ts';
import type { TableImportOperations, TableSource } from './table-import-operations.ts';
import type { Handlers } from './worker-host.ts';

interface Opened {
  readonly sheet: RawSheet;
  readonly origin: SheetOrigin;
}

function openText(text: string, name: string, encoding: string | null): Result<Opened> {
  const table = readTextTable(text, name);
  if (!table.ok) return table;
  const { sheet, delimiter } = table.value;
  return succeed({ sheet, origin: { name, encoding, delimiter, sheets: [name], sheet: 0 } });
}

async function openSource(source: TableSource, wanted: number): Promise<Result<Opened>> {
  const { name } = source;
  if (source.kind === 'text')
    return source.text.length > IMPORT_LIMITS.bytes
      ? fail(tooLarge(source.text.length))
      : openText(source.text, name, null);
  if (source.file.size > IMPORT_LIMITS.bytes) return fail(tooLarge(source.file.size));
  const bytes = new Uint8Array(await source.file.arrayBuffer());
  if (isOldExcel(bytes))
    return fail({
      reason: 'file-old-excel',
      message: 'This is a workbook of the old kind (.xls).',
      nextStep: 'Save it as .xlsx or as CSV.',
    });
  if (!isZip(bytes)) {
    const text = decodeText(bytes);
    return text.ok ? openText(text.value.text, name, text.value.encoding) : text;
  }
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const index = wanted < workbook.value.length ? wanted : 0;
  const sheet = workbook.value[index];
  if (sheet === undefined) return fail(EMPTY_FILE);
  const sheets = workbook.value.map((each) => each.name);
  return succeed({ sheet, origin: { name, encoding: null, delimiter: null, sheets, sheet: index } });
}

/** What the worker for tables of one's own does for each of its operations. */
export const tableImportHandlers: Handlers<TableImportOperations> = {
  open: () => ({ result: succeed(null) }),
  read: async ({ source, places, choices, sheet }, { reportProgress, pause, signal }) => {
    const opened = await openSource(source, sheet);
    if (!opened.ok) return { result: opened };
    const reading = await interpretSheet(
      buildPlaceIndex(places),
      opened.value.sheet,
      opened.value.origin,
      choices,
      {
        report: (done, total) => reportProgress(done / Math.max(1, total)),
        pause: async () => {
          await pause();
          return !signal.aborted;
        },
      },
    );
    return {
      result:
        reading === null
          ? fail({ reason: 'cancelled', message: 'The import was stopped.', nextStep: 'Start it again.' })
          : succeed(reading),
    };
  },
};
