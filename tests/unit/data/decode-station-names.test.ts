import { describe, expect, it } from 'vitest';
import { decodeStationNames } from '../../../src/data/decode-station-names.ts';
import { headed } from './artefact-header.ts';

describe('decodeStationNames', () => {
  it('reads names, also of stations called like parts of an object', () => {
    const decoded = decodeStationNames(headed('station-names', { names: { 成都东: 'Chengdudong' } }));
    if (!decoded.ok) throw new Error(decoded.failure.message);
    expect(decoded.value.get('成都东')).toBe('Chengdudong');
    expect(decoded.value.get('constructor')).toBeUndefined();
  });

  it.each([
    ['an empty name', { 成都东: '' }],
    ['a name that is none', { 成都东: 1 }],
  ])('refuses %s', (_case, names) => {
    const decoded = decodeStationNames(headed('station-names', { names }));
    expect(decoded.ok ? '' : decoded.failure.reason).toBe('malformed-artefact');
  });
});
