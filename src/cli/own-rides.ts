import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isNativeError } from 'node:util/types';
import type { RailSource } from '#core/network/rail-source.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { type CircleEngine, createCircleEngine } from '#core/surface/circle-engine.ts';
import type { Failure } from '#core/units/result.ts';
import { importGtfs } from '#data/gtfs/import-gtfs.ts';
import { importPairs } from '#data/import-pairs.ts';
import type { ImportContext } from '#data/import-problem.ts';
import type { AtlasData } from './atlas-data.ts';
import {
  type Checked,
  type OptionDescription,
  type OptionValues,
  refuse,
  unreadableData,
} from './command.ts';
import { textOption } from './options.ts';

/** Options that bring rides of one's own. */
export const OWN_RIDES_OPTIONS: Readonly<Record<'gtfs' | 'service-day' | 'pairs', OptionDescription>> = {
  gtfs: { type: 'string', value: 'file.zip', help: 'Use the rides of a GTFS feed beside the embedded ones.' },
  'service-day': {
    type: 'string',
    value: 'YYYY-MM-DD',
    help: 'Day of the feed (default: the weekday with most trips).',
  },
  pairs: {
    type: 'string',
    value: 'file.csv',
    help: 'Use a table of station pairs (from, to, minutes) beside the embedded rides.',
  },
};

/** What was read of a file, as the report names it. */
export interface OwnRides {
  readonly name: string;
  readonly vintage: string;
  readonly stations: number;
  readonly pairs: number;
  /** Rows passed over. */
  readonly problems: number;
}

const CONTEXT: ImportContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
};

async function bytesOf(option: string, path: string): Promise<Checked<Uint8Array>> {
  try {
    return { ok: true, value: new Uint8Array(await readFile(resolve(process.env['INIT_CWD'] ?? '.', path))) };
  } catch (error) {
    const detail = isNativeError(error) ? ` (${error.message.split(',')[0]})` : '';
    return refuse(
      'unreadable-file',
      `The file ${path} of --${option} cannot be read${detail}.`,
      'Check the path.',
    );
  }
}

function refusal({ reason, message, nextStep }: Failure) {
  return refuse(reason, message, nextStep);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Reads `--gtfs` and `--pairs`; the engine is made anew when there are any. */
export async function readOwnRides(
  options: OptionValues,
  engine: CircleEngine,
  data: AtlasData,
): Promise<Checked<{ readonly engine: CircleEngine; readonly sources: readonly OwnRides[] }>> {
  const gtfs = textOption(options, 'gtfs');
  const day = textOption(options, 'service-day');
  const pairs = textOption(options, 'pairs');
  if (day !== undefined && gtfs === undefined)
    return refuse('missing-option', '--service-day needs a feed.', 'Give --gtfs file.zip.');
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    return refuse('unreadable-day', `"${day}" is not a day.`, 'Write it as YYYY-MM-DD.');
  const read: { readonly source: RailSource; readonly problems: number }[] = [];
  if (gtfs !== undefined) {
    const bytes = await bytesOf('gtfs', gtfs);
    if (!bytes.ok) return bytes;
    const feed = await importGtfs(
      bytes.value,
      { fileName: baseName(gtfs), serviceDay: day ?? null, datum: 'WGS-84' },
      CONTEXT,
    );
    if (!feed.ok) return refusal(feed.failure);
    read.push({ source: feed.value.source, problems: feed.value.problems.count });
  }
  if (pairs !== undefined) {
    const bytes = await bytesOf('pairs', pairs);
    if (!bytes.ok) return bytes;
    const english = await data.artefact('station-names');
    if (!english.ok) return unreadableData(english.failure);
    const known = engine.context.base.network.edges.stations.map(({ name, at, aliases }) => ({
      name,
      at,
      aliases,
      nameEn: english.value.get(name) ?? null,
    }));
    const table = await importPairs(bytes.value, baseName(pairs), known, CONTEXT);
    if (!table.ok) return refusal(table.failure);
    read.push({ source: table.value.source, problems: table.value.problems.count });
  }
  if (read.length === 0) return { ok: true, value: { engine, sources: [] } };
  const added = {
    ...NO_ADDED_DATA,
    rail: {
      sources: read.map(({ source }) => ({ source, ride: 'fastest' as const })),
      replacesEmbedded: false,
    },
  };
  return {
    ok: true,
    value: {
      engine: createCircleEngine({ ...engine.context.data, added }),
      sources: read.map(({ source, problems }) => ({
        name: source.name,
        vintage: source.vintage,
        stations: source.stations.length,
        pairs: source.from.length,
        problems,
      })),
    },
  };
}
