import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createValhallaProvider, parseServerAddress } from '#data/valhalla/valhalla-provider.ts';
import { startValhallaStub, type ValhallaStub } from '../../browser/valhalla-stub.ts';

let stub: ValhallaStub;
beforeAll(async () => {
  stub = await startValhallaStub();
});
afterAll(() => stub.close());

const provider = (timeoutMs = 20_000) =>
  createValhallaProvider({
    address: stub.origin,
    costing: 'auto',
    fetch: (url, init) => fetch(url, init),
    timeoutMs,
  });
const never = new AbortController().signal;

const answers = (body: unknown) =>
  createValhallaProvider({
    address: 'http://server.example',
    costing: 'auto',
    fetch: () => Promise.resolve(new Response(JSON.stringify(body))),
  }).isochrones([104, 30.6], [60], never);
const feature = (coordinates: unknown, contour: unknown = 60) => ({
  type: 'FeatureCollection',
  features: [{ properties: { contour }, geometry: { type: 'Polygon', coordinates } }],
});

describe('a Valhalla server', () => {
  it('gives isochrones in the order asked, also more than it allows at once, and times in minutes', async () => {
    stub.manner = 'well';
    const areas = await provider().isochrones([104, 30.6], [60, 15, 30, 45, 90], never);
    expect(areas.ok && areas.value.map(({ minutes }) => minutes)).toEqual([60, 15, 30, 45, 90]);
    expect(areas.ok && areas.value[1]?.area.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(104 - 15 / 95, 9);
    const times = await provider().matrix(
      [[104, 30]],
      [
        [105, 30],
        [106, 30],
        [107, 30],
      ],
      never,
    );
    expect(times).toEqual({ ok: true, value: [[null, 20, 30]] });
  });

  it('that refuses, is none, or does not answer gives a reason and a next step', async () => {
    const ask = async () => provider().isochrones([104, 30.6], [60], never);
    stub.manner = 'refusing';
    expect(await ask()).toMatchObject({
      failure: { reason: 'server-refused', values: { detail: 'Exceeded max time: 120' } },
    });
    stub.manner = 'web-page';
    expect(await ask()).toMatchObject({ failure: { reason: 'server-not-valhalla' } });
    stub.manner = 'hanging';
    expect(await provider(300).isochrones([104, 30.6], [60], never)).toMatchObject({
      failure: { reason: 'server-timeout' },
    });
    const controller = new AbortController();
    const given = provider().isochrones([104, 30.6], [60], controller.signal);
    controller.abort();
    expect(await given).toMatchObject({ failure: { reason: 'aborted' } });
  });

  it('with polygons that are none is not believed', async () => {
    const ring = [
      [104, 30],
      [105, 30],
      [105, 31],
      [104, 30],
    ];
    expect((await answers(feature([ring]))).ok).toBe(true);
    for (const wrong of [
      feature([ring], 15),
      feature([[[500, 30], ...ring.slice(1)]]),
      feature([ring.slice(0, 2)]),
      feature([]),
      { type: 'FeatureCollection', features: [] },
      [],
      null,
    ])
      expect(await answers(wrong)).toMatchObject({ ok: false, failure: { reason: 'server-bad-answer' } });
  });

  it('is named by a plain http or https address only', () => {
    expect(parseServerAddress(' http://localhost:8002/ ')).toEqual({
      ok: true,
      value: 'http://localhost:8002',
    });
    for (const text of [
      '',
      'localhost',
      'ftp://x',
      'javascript:alert(1)',
      'http://a:b@x',
      'https://x/?key=1',
    ])
      expect(parseServerAddress(text).ok).toBe(false);
  });
});
