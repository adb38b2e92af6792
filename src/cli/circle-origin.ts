import type { Place } from '#core/surface/circle-request.ts';
import { type Checked, type OptionDescription, type OptionValues, refuse } from './command.ts';
import { positionOption, textOption } from './options.ts';
import { findUnit, type TravelDesk } from './travel-input.ts';

/** Options that say where a circle starts. */
export const ORIGIN_OPTIONS: Readonly<Record<'origin' | 'at', OptionDescription>> = {
  origin: { type: 'string', value: 'name|adcode', help: 'City or county, at its seat.' },
  at: { type: 'string', value: 'lng,lat', help: 'Any place instead, WGS-84.' },
};

/** Finds the origin once the names are there. */
type FindOrigin = (desk: TravelDesk) => Checked<{ readonly place: Place; readonly name: string }>;

/** `--origin` or `--at`, one of them. Positions are checked before any data is loaded. */
export function originOption(options: OptionValues): Checked<FindOrigin> {
  const name = textOption(options, 'origin');
  const position = textOption(options, 'at');
  if ((name === undefined) === (position === undefined)) {
    return refuse(
      'missing-option',
      name === undefined ? 'No origin was given.' : 'Two origins were given.',
      'Give either --origin <name or adcode> or --at <lng,lat>.',
    );
  }
  if (position !== undefined) {
    const at = positionOption(position);
    if (!at.ok) return at;
    const place: Place = { kind: 'point', at: at.value };
    return { ok: true, value: () => ({ ok: true, value: { place, name: at.value.join(',') } }) };
  }
  return {
    ok: true,
    value: (desk) => {
      const unit = findUnit(desk, name ?? '');
      if (!unit.ok) return unit;
      return {
        ok: true,
        value: { place: { kind: 'city', adcode: unit.value.adcode }, name: unit.value.nameZh },
      };
    },
  };
}
