import type { Adcode } from '#core/geography/admin-unit.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered } from '#state/hovered.ts';
import { dispatch } from '#state/store.ts';
import classes from '../structure.module.css';

/** A city's name: pointing lights it up on the map, a click opens it in the inspector. */
export function CityButton({ adcode, name }: { readonly adcode: Adcode; readonly name: string }) {
  return (
    <button
      type="button"
      className={classes.city}
      onClick={() => dispatch(select({ kind: 'unit', adcode }))}
      onMouseEnter={() => setHovered('panel', { kind: 'unit', adcode })}
      onMouseLeave={() => setHovered('panel', null)}
      onFocus={() => setHovered('panel', { kind: 'unit', adcode })}
      onBlur={() => setHovered('panel', null)}
    >
      {name}
    </button>
  );
}
