import { fail, type Failure, type Result } from '#core/units/result.ts';
import { ARTEFACT_FILES, type ArtefactId, type ArtefactValues } from './artefact-values.ts';
import type { ArtefactProblem } from './decode-json.ts';

/** Why an artefact did not arrive. */
export type LoadProblem = ArtefactProblem | 'artefact-unreachable' | 'artefact-missing' | 'aborted';

/** How far a download is; `totalBytes` is `null` where the server does not say. */
export interface LoadProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** How to get at artefacts. `fetch` is the platform's, or a test's own. */
export interface LoadOptions {
  /** Folder of the artefacts with a slash at the end, `./data/`. */
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
}

function unreachable(path: string): Failure<LoadProblem> {
  return {
    reason: 'artefact-unreachable',
    message: `The data file "${path}" could not be downloaded: the network is down or the server did not answer.`,
    nextStep: 'Check the connection and try again; what is loaded keeps working.',
    values: { file: path },
  };
}

function missing(path: string, status: number): Failure<LoadProblem> {
  return {
    reason: 'artefact-missing',
    message: `The server does not have the data file "${path}" (status ${status}).`,
    nextStep: 'Try again; if it still fails, check that public/data was published with the site.',
    values: { file: path, status },
  };
}

const ABORTED: Failure<LoadProblem> = {
  reason: 'aborted',
  message: 'The download was given up.',
  nextStep: 'Start it again when you need it.',
};

/** Reads a body piece by piece, so that progress can be told. */
async function readBody(response: Response, onProgress: LoadOptions['onProgress']): Promise<Uint8Array> {
  // With a content encoding the header counts packed bytes, while what arrives here is unpacked.
  const isPacked = response.headers.get('content-encoding') !== null;
  const announced = isPacked ? null : response.headers.get('content-length');
  const totalBytes = announced === null ? null : Number(announced);
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  const pieces: Uint8Array[] = [];
  let receivedBytes = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    receivedBytes += piece.value.length;
    onProgress({ receivedBytes, totalBytes });
  }
  const bytes = new Uint8Array(receivedBytes);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/** Downloads and decodes one artefact. Whatever goes wrong on the way is a failure with a next step. */
export async function loadArtefact<Id extends ArtefactId>(
  id: Id,
  { baseUrl, signal, onProgress, fetch }: LoadOptions,
): Promise<Result<ArtefactValues[Id], LoadProblem>> {
  const { path, decode } = ARTEFACT_FILES[id];
  let bytes: Uint8Array;
  try {
    const response = await fetch(baseUrl + path, { signal });
    // Servers of single-page apps answer a missing file with their start page.
    const isPage = (response.headers.get('content-type') ?? '').includes('text/html');
    if (response.status >= 500) return fail(unreachable(path));
    if (!response.ok || isPage) return fail(missing(path, response.status));
    bytes = await readBody(response, onProgress);
  } catch {
    return fail(signal.aborted ? ABORTED : unreachable(path));
  }
  return decode(bytes);
}
