import type { Adcode } from '../geography/admin-unit.ts';
import type { CircleEngine } from '../surface/circle-engine.ts';
import type { CircleMode, Place } from '../surface/circle-request.ts';
import type { SettingRequest } from '../surface/engine-context.ts';
import { resolvePlace } from '../surface/origin.ts';

/** The cores that a region's hour starts from, and those that it cannot. */
export interface StartingCores {
  readonly origins: readonly Place[];
  /** In-vehicle, cores without a railway station (澳门): the hour of the others is read without them, and that is said. */
  readonly withoutStation: readonly Adcode[];
}

/**
 * Which cores have an hour by a definition. Where none has, all are kept: the engine says why.
 * @param request what decides the stations: mode, parameters, edits
 */
export function startingCores(
  engine: CircleEngine,
  cores: readonly Adcode[],
  request: SettingRequest & { readonly mode: CircleMode },
): StartingCores {
  const all = cores.map((adcode): Place => ({ kind: 'city', adcode }));
  const setting = request.mode === 'in-vehicle' ? engine.context.resolve(request) : null;
  if (setting === null || !setting.ok) return { origins: all, withoutStation: [] };
  const withoutStation = cores.filter((adcode) => {
    const place = resolvePlace(engine.context, setting.value, { kind: 'city', adcode });
    return place.ok && place.value.stations.length === 0;
  });
  if (withoutStation.length === cores.length) return { origins: all, withoutStation: [] };
  return { origins: all.filter((_, index) => !withoutStation.includes(cores[index] ?? '')), withoutStation };
}
