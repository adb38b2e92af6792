import { ENGINE_VERSION } from '#core/reproduction/engine-version.ts';
import type { Receipt } from '#data/receipt.ts';
import { type Command, refuse, report, unreadableData } from '../command.ts';
import { textOption } from '../options.ts';
import { readOwnTables } from '../own-tables-in-file.ts';
import { readReceipts } from '../receipts-in-file.ts';
import { type Reproduction, reproduce } from '../reproduction/reproduction.ts';

/** Differing numbers that are named for people; `--json` has all. */
const SHOWN_NUMBERS = 20;

/** `reproduce --receipt r.json`: the numbers of an export computed again. */
export const reproduceCommand: Command = {
  name: 'reproduce',
  operands: '',
  operandCount: 0,
  summary: 'Computes the numbers that an export states once more: same or different, number by number.',
  options: {
    receipt: {
      type: 'string',
      value: 'file',
      help: 'An export of the atlas (PNG, SVG, GeoJSON, PPTX, XLSX, CSV, HTML), or its receipt as JSON.',
    },
    project: {
      type: 'string',
      value: 'file.json',
      help: 'The project file of the export: its own tables, which a receipt names by SHA-256 and does not carry.',
    },
  },
  examples: [
    'reproduce --receipt r.json --json',
    'reproduce --receipt map.png',
    'reproduce --receipt own-index.png --project own.json',
  ],
  run: async (_operands, options, data) => {
    const path = textOption(options, 'receipt');
    if (path === undefined)
      return refuse('missing-option', 'The option --receipt is missing.', 'Give --receipt with a file.');
    const receipts = await readReceipts(path);
    if (!receipts.ok) return receipts;
    const tables = await readOwnTables(textOption(options, 'project'));
    if (!tables.ok) return tables;
    const dataVersion = await data.dataVersion();
    if (!dataVersion.ok) return unreadableData(dataVersion.failure);
    const outcomes: Outcome[] = [];
    for (const receipt of receipts.value)
      outcomes.push(outcomeOf(receipt, dataVersion.value, await reproduce(receipt, data, tables.value)));
    const same = outcomes.every((outcome) => outcome.same);
    return report(
      { same, receipts: outcomes },
      outcomes.map((outcome, index) => wordsOf(outcome, index, outcomes.length)).join('\n\n'),
      same ? 0 : 1,
    );
  },
};

interface Versions {
  readonly stated: string | null;
  readonly here: string;
  readonly same: boolean;
}

interface Outcome {
  /** Everything stated was computed again and is the same; a receipt that states no number is the same. */
  readonly same: boolean;
  readonly dataVersion: Versions;
  readonly engineVersion: Versions;
  readonly link: string;
  readonly results: readonly Reproduction[];
}

const versions = (stated: string | null, here: string): Versions => ({ stated, here, same: stated === here });

function outcomeOf(receipt: Receipt, dataVersion: string, results: readonly Reproduction[]): Outcome {
  return {
    same: results.every(({ outcome }) => outcome === 'same'),
    dataVersion: versions(receipt.dataVersion, dataVersion),
    engineVersion: versions(receipt.engineVersion, ENGINE_VERSION),
    link: receipt.link,
    results,
  };
}

function versionWords(what: string, { stated, here, same }: Versions): string {
  return same ? `${what} ${here}` : `${what} ${stated ?? 'unknown'} in the receipt, ${here} here`;
}

function resultWords({ kind, outcome, reasons, tolerance, numbers }: Reproduction): readonly string[] {
  if (outcome === 'not-carried')
    return [
      `${kind}: cannot be computed again, it stands on own data: ${reasons.join(', ')}`,
      '  (figures of a table: give --project with the project file that has them)',
    ];
  if (outcome === 'refused') return [`${kind}: cannot be computed again. ${reasons.join(' ')}`];
  const differing = numbers.filter(({ same }) => !same);
  return [
    `${kind}: ${numbers.length - differing.length} of ${numbers.length} numbers are the same (within ${tolerance} of each)`,
    ...differing
      .slice(0, SHOWN_NUMBERS)
      .map(({ id, stated, computed }) => `  different: ${id}  stated ${stated}  computed ${computed}`),
    ...(differing.length > SHOWN_NUMBERS ? [`  and ${differing.length - SHOWN_NUMBERS} more`] : []),
  ];
}

function wordsOf(outcome: Outcome, index: number, count: number): string {
  const { same, dataVersion, engineVersion, results } = outcome;
  return [
    `${count === 1 ? 'Receipt' : `Receipt ${index + 1} of ${count}`}: ${same ? 'same' : 'DIFFERENT'}`,
    `${versionWords('data', dataVersion)}; ${versionWords('engine', engineVersion)}`,
    ...(results.length === 0 ? ['It states no number: the picture shows none.'] : []),
    ...results.flatMap(resultWords),
  ].join('\n');
}
