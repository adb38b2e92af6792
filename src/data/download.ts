import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';

/** Why an artefact did not arrive. */
export type LoadProblem =
  | ArtefactProblem
  | 'artefact-unreachable'
  | 'artefact-missing'
  | 'artefact-altered'
  | 'aborted';

/** How far a download is; `totalBytes` is `null` where the server does not say. */
export interface LoadProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** Gets a file: the platform's `fetch`, or a test's own. `anew` = past every copy that was kept. */
export type FetchArtefact = (
  url: string,
  init: { readonly signal: AbortSignal; readonly anew: boolean },
) => Promise<Response>;

/** Where artefacts come from. */
export interface ArtefactPlace {
  /** Folder of the artefacts with a slash at the end, `./data/`. */
  readonly baseUrl: string;
  readonly fetch: FetchArtefact;
}

/** One download of {@link download}. */
export interface DownloadOptions extends ArtefactPlace {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly anew: boolean;
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
async function readBody(
  response: Response,
  onProgress: DownloadOptions['onProgress'],
): Promise<Uint8Array<ArrayBuffer>> {
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

/** Gets the bytes of one file of `data/`. Whatever goes wrong on the way is a failure with a next step. */
export async function download(
  path: string,
  { baseUrl, signal, onProgress, fetch, anew }: DownloadOptions,
): Promise<Result<Uint8Array<ArrayBuffer>, LoadProblem>> {
  try {
    const response = await fetch(baseUrl + path, { signal, anew });
    // Servers of single-page apps answer a missing file with their start page.
    const isPage = (response.headers.get('content-type') ?? '').includes('text/html');
    if (response.status >= 500) return fail(unreachable(path));
    if (!response.ok || isPage) return fail(missing(path, response.status));
    return succeed(await readBody(response, onProgress));
  } catch {
    return fail(signal.aborted ? ABORTED : unreachable(path));
  }
}
