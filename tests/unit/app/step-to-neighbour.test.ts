import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { stepToNeighbour } from '#app/map/step-to-neighbour.ts';
import { atlasData } from '#state/atlas-data.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

function county(adcode: string, seat: LngLat): AdminUnit {
  return adminUnit(adcode, { prefecture: '510100', seat });
}

/** A square of one degree by its south-western corner. */
const square = (id: string, lng: number, lat: number) => ({
  type: 'Feature' as const,
  id,
  properties: {},
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [lng, lat],
        [lng, lat + 1],
        [lng + 1, lat + 1],
        [lng + 1, lat],
        [lng, lat],
      ],
    ],
  },
});

//  A   c      c lies apart, its seat nearer to A's in the south than that of B, which A borders on.
//  B
const units = [county('A', [100, 31]), county('B', [100, 29]), county('c', [100.1, 30.5])];
const counties: FeatureCollection = {
  type: 'FeatureCollection',
  features: [square('A', 100, 30), square('B', 100, 29), square('c', 105, 30)],
};
const borders = topology({ counties });
/** A city in the middle of the map, for whoever has nothing selected. */
const cities = { units: [adminUnit('510100', { seat: [104, 36] })], provinces: [] };

function selected(): string | null {
  const { selection } = projectStore.getState().document.view;
  return selection.kind === 'unit' ? selection.adcode : null;
}

describe('a step to the neighbour', () => {
  it('waits for the list of counties instead of going to a city when a county is selected', async () => {
    atlasData.setState({
      values: { units: cities } as never,
      status: { 'units-county': { kind: 'loading', receivedBytes: 0, totalBytes: null } },
    });
    dispatch(select({ kind: 'unit', adcode: 'A' }));
    const step = stepToNeighbour('south');
    await new Promise((resume) => setTimeout(resume));
    expect(selected()).toBe('A');
    atlasData.setState({
      values: { units: cities, 'units-county': { units }, 'admin-county': borders } as never,
      status: { 'units-county': { kind: 'ready' } },
    });
    await step;
    expect(selected()).toBe('B');
  });

  it('waits for the borders instead of taking who lies nearest, and is given up where something else is chosen meanwhile', async () => {
    const values = { units: cities, 'units-county': { units } } as never;
    atlasData.setState({
      values,
      status: { 'admin-county': { kind: 'loading', receivedBytes: 0, totalBytes: null } },
    });
    dispatch(select({ kind: 'unit', adcode: 'A' }));
    const steps = [stepToNeighbour('south'), stepToNeighbour('north')];
    await new Promise((resume) => setTimeout(resume));
    expect(selected()).toBe('A');
    const seen: (string | null)[] = [];
    const stop = projectStore.subscribe(() => seen.push(selected()));
    atlasData.setState({
      values: { units: cities, 'units-county': { units }, 'admin-county': borders } as never,
      status: { 'admin-county': { kind: 'ready' } },
    });
    await Promise.all(steps);
    stop();
    expect(seen).toEqual(['B', 'A']);

    atlasData.setState({
      values,
      status: { 'admin-county': { kind: 'loading', receivedBytes: 0, totalBytes: null } },
    });
    const late = stepToNeighbour('south');
    await new Promise((resume) => setTimeout(resume));
    dispatch(select({ kind: 'unit', adcode: 'c' }));
    atlasData.setState({
      status: { 'admin-county': { kind: 'failed', failure: { reason: 'x', message: '', nextStep: '' } } },
    });
    await late;
    expect(selected()).toBe('c');
  });
});
