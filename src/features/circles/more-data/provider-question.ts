import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';
import type { ProviderIsochrone, TravelProvider } from '#core/surface/travel-provider.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { type Result, succeed } from '#core/units/result.ts';

/** Cities that times are asked for. */
const NEAREST_CITIES = 10;
/** The city that one starts in is not asked for: its seat is nearer than this, km. */
const OWN_CITY_KM = 1;

/** What a provider of travel times said of a place. */
export interface ProviderReading {
  /** Its name, as the page calls it. */
  readonly provider: string;
  readonly isochrones: readonly ProviderIsochrone[];
  /** To the nearest cities, nearest first; `null` = no way. */
  readonly times: readonly { readonly city: AdminUnit; readonly minutes: number | null }[];
}

function nearestCities(units: Iterable<AdminUnit>, from: LngLat): readonly AdminUnit[] {
  return [...units]
    .filter(({ level, seat }) => level === 'prefecture' && localDistanceKm(seat, from) > OWN_CITY_KM)
    .sort((a, b) => localDistanceKm(a.seat, from) - localDistanceKm(b.seat, from))
    .slice(0, NEAREST_CITIES);
}

/** Asks a provider for the line of `minutes` around a place, then for the times to the nearest cities; the first failure ends it. */
export async function askProvider(
  provider: TravelProvider<AbortSignal>,
  from: LngLat,
  minutes: number,
  units: Iterable<AdminUnit>,
  signal: AbortSignal,
): Promise<Result<ProviderReading>> {
  const isochrones = await provider.isochrones(from, [minutes], signal);
  if (!isochrones.ok) return isochrones;
  const cities = nearestCities(units, from);
  const seats = cities.map(({ seat }) => seat);
  const times = await provider.matrix([from], seats, signal);
  if (!times.ok) return times;
  return succeed({
    provider: provider.name,
    isochrones: isochrones.value,
    times: cities.map((city, index) => ({ city, minutes: times.value[0]?.[index] ?? null })),
  });
}
