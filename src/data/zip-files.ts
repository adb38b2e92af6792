import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { ImportContext } from './import-problem.ts';

/** What an archive may be, so that a hostile one cannot exhaust the page. */
export const ZIP_LIMITS = {
  entries: 200,
  /** Bytes of the archive. */
  packedBytes: 200e6,
  /** Bytes of all files read out of it. */
  unpackedBytes: 1_500e6,
  /** Unpacked over packed bytes of one file; text tables reach about 30. */
  ratio: 250,
  /** The ratio is not looked at before this many bytes. */
  ratioFromBytes: 20e6,
} as const;

/** Why a zip is refused. */
export type ZipProblem = 'not-a-zip' | 'zip-too-large' | 'zip-damaged' | 'cancelled';

/** Receives a file in pieces. */
interface ZipSink<Piece> {
  readonly push: (piece: Piece) => void;
  readonly end: () => void;
}

/** Receives the text of a file in pieces. */
export type TextSink = ZipSink<string>;

const CHUNK_BYTES = 256 * 1024;

class TooLarge extends Error {}

const NOT_A_ZIP: Result<never, ZipProblem> = fail({
  reason: 'not-a-zip',
  message: 'The file is not a zip archive, or it is cut off.',
  nextStep: 'Download it again, or choose the zip file itself.',
});

function tooLarge(what: string): Result<never, ZipProblem> {
  return fail({
    reason: 'zip-too-large',
    message: `The archive was not read: ${what}.`,
    nextStep: 'Cut it to one region; at most 200 MB packed.',
    values: { detail: what },
  });
}

/** Names without folders: feeds are sometimes packed with one around them. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Lists the files of an archive by its directory, without folders; nothing is unpacked. */
export function listZip(bytes: Uint8Array): Result<readonly string[], ZipProblem> {
  const paths = listZipPaths(bytes);
  return paths.ok ? succeed(paths.value.map(baseName)) : paths;
}

/** Lists the files of an archive with their folders, as it names them. */
export function listZipPaths(bytes: Uint8Array): Result<readonly string[], ZipProblem> {
  if (bytes.length > ZIP_LIMITS.packedBytes) return tooLarge('it has more than 200 MB');
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.push(name) > ZIP_LIMITS.entries) throw new TooLarge();
        return false;
      },
    });
  } catch (error) {
    return error instanceof TooLarge ? tooLarge(`it has more than ${ZIP_LIMITS.entries} files`) : NOT_A_ZIP;
  }
  return names.length === 0 ? NOT_A_ZIP : succeed(names);
}

/**
 * Streams some files of an archive as text (UTF-8), in the archive's order.
 * @param sinks by lower-case file name without folders; a file without a sink is passed over
 */
export function readZipTexts(
  bytes: Uint8Array,
  sinks: ReadonlyMap<string, TextSink>,
  context: ImportContext,
): Promise<Result<null, ZipProblem>> {
  const sinkOf = (path: string): ZipSink<Uint8Array> | null => {
    const sink = sinks.get(baseName(path));
    if (sink === undefined) return null;
    const decoder = new TextDecoder();
    return {
      push: (piece) => sink.push(decoder.decode(piece, { stream: true })),
      end: () => {
        sink.push(decoder.decode());
        sink.end();
      },
    };
  };
  return streamZip(bytes, { sinkOf, keyOf: baseName, unpackedBytes: ZIP_LIMITS.unpackedBytes }, context);
}

/** Reads some files of an archive whole, by their paths. @param unpackedBytes what they may have together */
export async function readZipFiles(
  bytes: Uint8Array,
  paths: ReadonlySet<string>,
  unpackedBytes: number,
  context: ImportContext,
): Promise<Result<ReadonlyMap<string, Uint8Array>, ZipProblem>> {
  const files = new Map<string, Uint8Array>();
  const sinkOf = (path: string): ZipSink<Uint8Array> | null => {
    if (!paths.has(path)) return null;
    const pieces: Uint8Array[] = [];
    return {
      push: (piece) => pieces.push(piece),
      end: () => files.set(path, joinPieces(pieces)),
    };
  };
  const read = await streamZip(bytes, { sinkOf, keyOf: (path) => path, unpackedBytes }, context);
  return read.ok ? succeed(files) : read;
}

function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Which files of an archive are wanted and how much of them. */
interface ZipReading {
  /** `null`: passed over. */
  readonly sinkOf: (path: string) => ZipSink<Uint8Array> | null;
  /** Of files with the same key only the first is read. */
  readonly keyOf: (path: string) => string;
  readonly unpackedBytes: number;
}

/** Bytes are counted as they come out, whatever the directory claims, and reading ends at the first limit passed. */
async function streamZip(
  bytes: Uint8Array,
  { sinkOf, keyOf, unpackedBytes }: ZipReading,
  { signal, onProgress, pause }: ImportContext,
): Promise<Result<null, ZipProblem>> {
  let unpacked = 0;
  let entries = 0;
  let open = 0;
  let problem: unknown = null;
  const started = new Set<string>();
  const unzip = new Unzip((file) => {
    if (++entries > ZIP_LIMITS.entries) throw new TooLarge(`it has more than ${ZIP_LIMITS.entries} files`);
    const name = keyOf(file.name);
    const sink = started.has(name) ? null : sinkOf(file.name);
    if (sink === null) return;
    started.add(name);
    open += 1;
    let own = 0;
    file.ondata = (error, data, final) => {
      if (error !== null) throw error;
      own += data.length;
      unpacked += data.length;
      const packed = file.size ?? bytes.length;
      if (own > ZIP_LIMITS.ratioFromBytes && own > packed * ZIP_LIMITS.ratio)
        throw new TooLarge(`${name} unpacks to more than ${ZIP_LIMITS.ratio} times its size`);
      if (unpacked > unpackedBytes)
        throw new TooLarge(`it unpacks to more than ${Math.round(unpackedBytes / 1e6)} MB`);
      sink.push(data);
      if (final) {
        open -= 1;
        sink.end();
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let lastPause = 0;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    if (signal.aborted) return CANCELLED;
    try {
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
    } catch (error) {
      problem = error;
    }
    if (problem !== null) break;
    onProgress(Math.min(1, (at + CHUNK_BYTES) / bytes.length));
    if (unpacked - lastPause > CHUNK_BYTES * 4) {
      lastPause = unpacked;
      await pause();
    }
  }
  if (problem instanceof TooLarge) return tooLarge(problem.message);
  if (problem !== null || open > 0) {
    const detail = problem instanceof Error ? problem.message : 'a file ends too early';
    return fail({
      reason: 'zip-damaged',
      message: `The archive is damaged: ${detail}.`,
      nextStep: 'Download it again.',
      values: { detail },
    });
  }
  return succeed(null);
}

const CANCELLED: Result<never, ZipProblem> = fail({
  reason: 'cancelled',
  message: 'The import was stopped; nothing was changed.',
  nextStep: 'Start it again when you need it.',
});
