import { layersTable, type TableCell } from '#map/export/data/layer-table.ts';
import type { ShownLayer } from '#map/export/data/shown-layers.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { creditParts } from '#map/legend/map-credits.tsx';
import type { ShownTable } from '#state/told/shown-data.ts';
import { tableWords } from '#ui/tables/use-table-words.ts';
import type { BriefingWords } from './sheet-words.ts';

type Rows = readonly (readonly TableCell[])[];

/** Most codes of a column that are put into words: more are names, not codes. */
const MOST_CODES = 12;
/** Columns of exported layers whose words stand under another name: there `rank` is also a place in an order. */
const WORDED_AS: Readonly<Record<string, string>> = { rank: 'rankKind' };

/**
 * What the columns of a data file mean and in which unit, a line each, with the codes that stand in them: heads and codes
 * are the same in every language, for programs; here they are read by people.
 */
export function columnRows(layers: readonly ShownLayer[], sheet: MapSheet, t: BriefingWords): Rows {
  const words = tableWords(
    (key, options) => t(key, { ...options, ns: ['tables', 'terms'] }),
    sheet.model.language === 'en' ? 'en' : 'zh-CN',
  );
  const [heads = [], ...body] = layersTable(layers);
  return heads.map((head, column): readonly TableCell[] => {
    const name = String(head);
    const wordedAs = WORDED_AS[name] ?? name;
    const texts = new Set(body.map((row) => row[column]).filter((cell) => typeof cell === 'string'));
    const codes =
      texts.size > MOST_CODES
        ? []
        : [...texts].flatMap((code) => {
            const word =
              name === 'layer' ? t(`layers.${code as ShownLayer['layer']}`) : words.cell(code, wordedAs);
            return word === code ? [] : [`${code} = ${word}`];
          });
    const meaning = name === 'layer' ? t('layer') : words.head(wordedAs);
    return [name, [meaning, ...(codes.length === 0 ? [] : [codes.join(t('list'))])].join(t('colon'))];
  });
}

/** The figures that the workspace shows beside its map, as it prints them: with units, and how they came about. */
export function figureRows(tables: readonly ShownTable[]): Rows {
  return tables.flatMap(({ title, columns, rows, remark }): Rows => [
    [title],
    columns.map((column) => column.title),
    ...rows,
    ...(remark === '' ? [] : [[remark]]),
  ]);
}

/** Lines under a title that stands beside the first. */
function under(title: string, lines: readonly TableCell[]): Rows {
  return lines.map((line, index) => [index === 0 ? title : null, line]);
}

/** Title, mark, coordinate system, data version, settings, meaning of the columns, sources and receipt, a line each. */
export function sourceRows(sheet: MapSheet, columns: Rows, t: BriefingWords): Rows {
  const credits = creditParts({ ...sheet, language: sheet.model.language });
  return [
    [sheet.title, sheet.imprint],
    [null, credits.approval],
    [null, credits.coordinateSystem],
    ...(credits.data === '' ? [] : [[null, credits.data]]),
    ...under(sheet.settings.title, sheet.settings.lines),
    ...under(
      t('columns'),
      columns.map(([name, meaning]) => `${name}${t('colon')}${meaning}`),
    ),
    ...under(sheet.sources.title, sheet.sources.lines),
    ...under(t('slide.receipt'), pieces(sheet.receipt)),
  ];
}

/** Cells take so many characters; a longer receipt goes on beneath. */
const CELL_CHARACTERS = 30_000;

function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CELL_CHARACTERS) }, (_, index) =>
    text.slice(index * CELL_CHARACTERS, (index + 1) * CELL_CHARACTERS),
  );
}
