import { describe, expect, it } from 'vitest';
import { nearestTo, neighbourTowards } from '#core/geography/neighbour-towards.ts';

// Around 成都 (104.07, 30.67), seats to two decimals.
const deyang = { adcode: '510600', seat: [104.4, 31.13] } as const;
const mianyang = { adcode: '510700', seat: [104.68, 31.47] } as const;
const ziyang = { adcode: '512000', seat: [104.63, 30.13] } as const;
const meishan = { adcode: '511400', seat: [103.85, 30.08] } as const;
const yaan = { adcode: '511800', seat: [103.04, 30.01] } as const;
const all = [deyang, mianyang, ziyang, meishan, yaan];
const chengdu = [104.07, 30.67] as const;

describe('a step to a neighbour', () => {
  it('takes the near one that lies that way before one farther on the same line', () => {
    expect(neighbourTowards(chengdu, all, 'north')).toBe(deyang);
    expect(neighbourTowards(chengdu, all, 'south')).toBe(meishan);
  });

  it('never takes what lies more than 60° off: 资阳 is south-east, 雅安 south-west', () => {
    expect(neighbourTowards(chengdu, all, 'east')).toBe(ziyang);
    expect(neighbourTowards(chengdu, all, 'west')).toBe(yaan);
    expect(neighbourTowards(chengdu, [deyang, mianyang], 'south')).toBeNull();
  });

  it('does not stay where it is, and says when there is nobody', () => {
    expect(neighbourTowards(chengdu, [{ adcode: '510100', seat: chengdu }], 'east')).toBeNull();
    expect(neighbourTowards(chengdu, [], 'east')).toBeNull();
  });

  it('starts from the unit nearest to the middle of the map, east–west degrees shortened by latitude', () => {
    const east = { adcode: '1', seat: [121, 60] } as const;
    const north = { adcode: '2', seat: [120, 60.7] } as const;
    expect(nearestTo([120, 60], [east, north])).toBe(east);
    expect(nearestTo([120, 60], [])).toBeNull();
  });
});
