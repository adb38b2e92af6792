import { describe, expect, it } from 'vitest';
import { loadArtefact, type LoadProgress } from '#data/load-artefact.ts';

const sources = JSON.stringify({
  header: { artefact: 'sources', formatVersion: 1, vintage: '2020', sources: [] },
  sources: [{ id: 'census-2020', titleZh: '普查', titleEn: 'Census', licence: 'MIT', note: '' }],
});

/** Loads `sources` from a server that gives this answer. */
async function loadFrom(answer: (signal: AbortSignal) => Promise<Response>) {
  const controller = new AbortController();
  const progress: LoadProgress[] = [];
  const urls: string[] = [];
  const result = loadArtefact('sources', {
    baseUrl: './data/',
    signal: controller.signal,
    onProgress: (step) => progress.push(step),
    fetch: (url, { signal }) => {
      urls.push(url);
      return answer(signal);
    },
  });
  return { result: await result, progress, urls, controller };
}

/** Why loading from such a server fails. */
const reasonOf = async (answer: () => Promise<Response>) => {
  const { result } = await loadFrom(answer);
  return result.ok ? null : result.failure.reason;
};

describe('loading an artefact', () => {
  it('gives its value and tells the progress', async () => {
    const length = new TextEncoder().encode(sources).length;
    const { result, progress, urls } = await loadFrom(() =>
      Promise.resolve(new Response(sources, { headers: { 'content-length': String(length) } })),
    );
    expect(urls).toEqual(['./data/sources.json']);
    expect(result.ok && result.value.get('census-2020')?.titleZh).toBe('普查');
    expect(progress.at(-1)).toEqual({ receivedBytes: length, totalBytes: length });
  });

  it('does not trust the length of a packed body', async () => {
    const headers = { 'content-length': '7', 'content-encoding': 'gzip' };
    const { progress } = await loadFrom(() => Promise.resolve(new Response(sources, { headers })));
    expect(progress.at(-1)?.totalBytes).toBeNull();
  });

  it('tells a missing file, a start page in its place, a sick server and a dead network apart', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    expect(await reasonOf(() => Promise.resolve(new Response('', { status: 404 })))).toBe('artefact-missing');
    expect(await reasonOf(() => Promise.resolve(page))).toBe('artefact-missing');
    expect(await reasonOf(() => Promise.resolve(new Response('', { status: 503 })))).toBe(
      'artefact-unreachable',
    );
    expect(await reasonOf(() => Promise.reject(new TypeError('failed')))).toBe('artefact-unreachable');
    expect(await reasonOf(() => Promise.resolve(new Response(sources.slice(0, 40))))).toBe(
      'malformed-artefact',
    );
    expect(await reasonOf(() => Promise.resolve(new Response('{}')))).toBe('malformed-artefact');
  });

  it('says when it was given up', async () => {
    const controller = new AbortController();
    controller.abort();
    const result = await loadArtefact('sources', {
      baseUrl: '',
      signal: controller.signal,
      onProgress: () => undefined,
      fetch: () => Promise.reject(new DOMException('aborted', 'AbortError')),
    });
    expect(result.ok ? null : result.failure.reason).toBe('aborted');
  });
});
