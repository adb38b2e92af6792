import { unzipSync } from 'fflate';

/** A formula that the file has without its result, where it stands (from 0). */
export interface OpenFormula {
  readonly row: number;
  readonly column: number;
  /** As typed: `=SUM(A1:A9)`. */
  readonly text: string;
}

const CELL = /<c\s(?=[^>]*?\br="([A-Z]{1,4})(\d{1,9})")[^>]*(?<!\/)>(.*?)<\/c>/gs;
const FORMULA = /<f\b[^>]*?(?:\/>|>(.*?)<\/f>)/s;

/** Column number of a cell reference from 1: `AB` → 28. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Paths of the sheets in the order of the workbook. */
function sheetPaths(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const read = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return [...read('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(
    ([tag]) => targets.get(attribute(tag, 'r:id')) ?? '',
  );
}

/**
 * Formulas without a stored result, sheet by sheet in the workbook's order: a program wrote them that does not compute, and
 * a reader would take their cells for empty.
 */
export function openFormulas(bytes: Uint8Array): readonly (readonly OpenFormula[])[] {
  const parts = unzipSync(bytes, {
    filter: ({ name }) =>
      /^xl\/(?:worksheets\/[^/]+|workbook|_rels\/workbook\.xml)\.(?:xml|rels)$/.test(name),
  });
  return sheetPaths(parts).map((path) => {
    const xml = new TextDecoder().decode(parts[path] ?? new Uint8Array());
    if (!xml.includes('<f')) return [];
    return [...xml.matchAll(CELL)].flatMap(([, letters = '', digits = '', content = '']) => {
      const formula = FORMULA.exec(content);
      if (formula === null || /<v\b[^>]*>[^<]/.test(content)) return [];
      return [
        {
          row: Number(digits) - 1,
          column: columnOf(letters) - 1,
          text: `=${(formula[1] ?? '').replace(/^=/, '')}`,
        },
      ];
    });
  });
}
