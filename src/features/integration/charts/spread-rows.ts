import type { LorenzCurve } from '#core/scoring/lorenz.ts';

/** A member in the spread of an agglomeration. */
interface SpreadMember {
  readonly adcode: string;
  readonly name: string;
  readonly value: number;
  readonly deviation: number;
  readonly share: number;
}

/** The table behind the spread: each member's part, and the point of the Lorenz curve at which it is counted (poorest first). */
export function spreadRows(members: readonly SpreadMember[], curve: LorenzCurve | null) {
  const points = new Map(curve?.order.map((at, place) => [at, curve.points[place + 1]]));
  return [
    ['adcode', 'name', 'value', 'deviation', 'share_of_spread', 'lorenz_units', 'lorenz_share'],
    ...members.map(({ adcode, name, value, deviation, share }, at) => [
      adcode,
      name,
      value,
      deviation,
      share,
      points.get(at)?.[0] ?? null,
      points.get(at)?.[1] ?? null,
    ]),
  ];
}
