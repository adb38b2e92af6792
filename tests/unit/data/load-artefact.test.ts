import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LoadProgress } from '#data/download.ts';
import { loadArtefact } from '#data/load-artefact.ts';
import { loadEngineData } from '#data/load-engine-data.ts';
import { createManifestReader } from '#data/manifest-reader.ts';
import { sha256Hex } from '#data/sha256.ts';

const sources = JSON.stringify({
  header: { artefact: 'sources', formatVersion: 1, vintage: '2020', sources: [] },
  sources: [{ id: 'census-2020', titleZh: '普查', titleEn: 'Census', licence: 'MIT', note: '' }],
});

/** A manifest that names one file with the SHA-256 of this content. */
function manifestOf(content: string, path = 'sources.json'): string {
  const artefact = {
    id: 'sources',
    path,
    format: 'json',
    bytes: 1,
    gzipBytes: 1,
    sha256: createHash('sha256').update(content).digest('hex'),
    vintage: '',
    licence: '',
    attribution: '',
    early: true,
    counts: {},
  };
  return JSON.stringify({
    format: 'chengqun-manifest',
    formatVersion: 1,
    dataVersion: '0'.repeat(12),
    vintage: '',
    artefacts: [artefact],
  });
}

interface Asked {
  readonly url: string;
  readonly anew: boolean;
}

/** Loads `sources` from a server that gives this answer, and a manifest that fits `sources` unless another is given. */
async function loadFrom(
  answer: (asked: Asked) => Promise<Response>,
  manifest: (asked: Asked) => string = () => manifestOf(sources),
) {
  const progress: LoadProgress[] = [];
  const asked: Asked[] = [];
  const place = {
    baseUrl: './data/',
    fetch: (url: string, { anew }: { readonly anew: boolean }) => {
      asked.push({ url, anew });
      return url.endsWith('manifest.json')
        ? Promise.resolve(new Response(manifest({ url, anew })))
        : answer({ url, anew });
    },
  };
  const result = await loadArtefact('sources', {
    ...place,
    manifest: createManifestReader(place),
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
  });
  return { result, progress, asked, reason: result.ok ? null : result.failure.reason };
}

/** Why loading from such a server fails. */
const reasonOf = async (answer: () => Promise<Response>) => (await loadFrom(answer)).reason;

const answerWith = (body: string, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));

describe('loading an artefact', () => {
  it('gives its value and tells the progress', async () => {
    const length = new TextEncoder().encode(sources).length;
    const { result, progress, asked } = await loadFrom(
      answerWith(sources, { headers: { 'content-length': String(length) } }),
    );
    expect(asked.map(({ url }) => url).toSorted()).toEqual(['./data/manifest.json', './data/sources.json']);
    expect(result.ok && result.value.get('census-2020')?.titleZh).toBe('普查');
    expect(progress.at(-1)).toEqual({ receivedBytes: length, totalBytes: length });
  });

  it('does not trust the length of a packed body', async () => {
    const headers = { 'content-length': '7', 'content-encoding': 'gzip' };
    const { progress } = await loadFrom(answerWith(sources, { headers }));
    expect(progress.at(-1)?.totalBytes).toBeNull();
  });

  it('tells a missing file, a start page in its place, a sick server and a dead network apart', async () => {
    expect(await reasonOf(answerWith('', { status: 404 }))).toBe('artefact-missing');
    const html = { headers: { 'content-type': 'text/html' } };
    expect(await reasonOf(answerWith('<!doctype html>', html))).toBe('artefact-missing');
    expect(await reasonOf(answerWith('', { status: 503 }))).toBe('artefact-unreachable');
    expect(await reasonOf(() => Promise.reject(new TypeError('failed')))).toBe('artefact-unreachable');
  });

  it('says what is malformed though it is the file that the manifest names', async () => {
    for (const body of ['{}', sources.slice(0, 40)])
      expect((await loadFrom(answerWith(body), () => manifestOf(body))).reason).toBe('malformed-artefact');
  });

  it('says when it was given up', async () => {
    const controller = new AbortController();
    controller.abort();
    const place = { baseUrl: '', fetch: () => Promise.reject(new DOMException('aborted', 'AbortError')) };
    const result = await loadArtefact('sources', {
      ...place,
      manifest: createManifestReader(place),
      signal: controller.signal,
      onProgress: () => undefined,
    });
    expect(result.ok ? null : result.failure.reason).toBe('aborted');
  });
});

describe('checksums', () => {
  const tampered = sources.replace('普查', '普査');

  it('refuse a file with one character changed, after asking past the caches, and say what to do', async () => {
    const { result, asked } = await loadFrom(answerWith(tampered));
    expect(result).toMatchObject({
      ok: false,
      failure: { reason: 'artefact-altered', values: { file: 'sources.json' } },
    });
    expect(!result.ok && result.failure.nextStep).toMatch(/^Reload the page/);
    const files = asked.filter(({ url }) => url.endsWith('sources.json'));
    expect(files.map(({ anew }) => anew)).toEqual([false, true]);
  });

  it('get over a damaged copy in a cache', async () => {
    const { result } = await loadFrom(({ anew }) => Promise.resolve(new Response(anew ? sources : tampered)));
    expect(result.ok).toBe(true);
  });

  it('get over a manifest of an older release in a cache', async () => {
    const { result } = await loadFrom(answerWith(sources), ({ anew }) =>
      manifestOf(anew ? sources : tampered),
    );
    expect(result.ok).toBe(true);
  });

  it('are wanted: a file that the manifest does not name is not used, nor one without a manifest', async () => {
    const unlisted = await loadFrom(answerWith(sources), () => manifestOf(sources, 'other.json'));
    expect(unlisted.reason).toBe('malformed-artefact');
    expect((await loadFrom(answerWith(sources), () => '{')).reason).toBe('malformed-artefact');
  });

  it('refuse one changed byte in what a worker loads, in any of its files', async () => {
    const folder = `${import.meta.dirname}/../../../public/data/`;
    const files = ['county-raster.bin', 'rail-timetable.bin', 'road-links.json', 'indicators-county.json'];
    for (const changed of files) {
      const place = {
        baseUrl: folder,
        fetch: (path: string) => {
          const bytes = new Uint8Array(readFileSync(path));
          const middle = bytes.length >> 1;
          if (path.endsWith(`/${changed}`)) bytes[middle] = (bytes[middle] ?? 0) ^ 1;
          return Promise.resolve(new Response(bytes));
        },
      };
      const loaded = await loadEngineData({
        ...place,
        manifest: createManifestReader(place),
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      expect(loaded).toMatchObject({ failure: { reason: 'artefact-altered', values: { file: changed } } });
    }
  });

  it('are the same without crypto.subtle, which plain http withholds', async () => {
    const bytes = new TextEncoder().encode('abc');
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256Hex(bytes)).toBe(expected);
    expect(await sha256Hex(bytes, null)).toBe(expected);
  });
});
