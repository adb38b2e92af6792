import type { TFunction } from 'i18next';
import { TRAVEL_PARAMETERS } from '#core/network/travel-parameters.ts';
import type { ScenarioEdit, ScenarioStop } from '#core/scenario/scenario-edit.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { type Named, pickName } from '#ui/i18n/use-language.ts';

/** Names of what edits refer to by id. */
export interface EditNames {
  readonly lines: ReadonlyMap<string, Named>;
  readonly links: ReadonlyMap<string, Named>;
  readonly regions: ReadonlyMap<string, Named>;
  readonly units: ReadonlyMap<string, Named>;
  /** A station by its Chinese name. */
  readonly stationName: (name: string) => string;
}

/** Stops named one by one up to this many, then first and last only. */
const NAMED_STOPS = 4;

function stopName(stop: ScenarioStop): string {
  return typeof stop === 'string' ? stop : stop.name;
}

function stopsInWords(stops: readonly ScenarioStop[], stationName: EditNames['stationName']): string {
  const names = stops.map((stop) => stationName(stopName(stop)));
  return names.length <= NAMED_STOPS ? names.join('—') : `${names[0]}—…—${names.at(-1)}`;
}

/** One edit as a sentence. Lines added by earlier edits are named too. */
export function editInWords(
  edit: ScenarioEdit,
  edits: readonly ScenarioEdit[],
  names: EditNames,
  t: TFunction<'scenarios'>,
  language: NumberLanguage,
): string {
  const nameOf = (map: ReadonlyMap<string, Named>, id: string): string | null => {
    const named = map.get(id);
    return named === undefined ? null : pickName(named, language);
  };
  const added = (id: string): string | null => {
    const edit = edits.find(
      (each) => (each.type === 'add-line' || each.type === 'add-road-link') && each.id === id,
    );
    return edit !== undefined && 'name' in edit ? (edit.name ?? null) : null;
  };
  const lineOrLink = (id: string): string =>
    nameOf(names.lines, id) ?? nameOf(names.links, id) ?? added(id) ?? id;
  const region = (id: string | null): string =>
    id === null ? t('noRegion') : (nameOf(names.regions, id) ?? id);
  switch (edit.type) {
    case 'add-line':
      return t('edit.addLine', {
        name: edit.name ?? edit.id,
        stops: stopsInWords(edit.stops, names.stationName),
        speed: edit.designSpeedKmh,
      });
    case 'add-stop':
      return t('edit.addStop', { line: lineOrLink(edit.line), stop: names.stationName(stopName(edit.stop)) });
    case 'add-road-link':
      return t('edit.addRoadLink', { name: edit.name ?? edit.id, minutes: edit.minutes });
    case 'open':
    case 'close':
    case 'reset':
      return t(`edit.${edit.type}`, { name: lineOrLink(edit.id) });
    case 'set-minutes': {
      if ('link' in edit) {
        const name = lineOrLink(edit.link);
        return edit.minutes === null
          ? t('edit.reset', { name })
          : t('edit.setLink', { name, minutes: edit.minutes });
      }
      const pair = { from: names.stationName(edit.from), to: names.stationName(edit.to) };
      return edit.minutes === null
        ? t('edit.resetPair', pair)
        : t('edit.setPair', { ...pair, minutes: edit.minutes });
    }
    case 'set-speed':
      return edit.designSpeedKmh === null
        ? t('edit.resetSpeed', { line: lineOrLink(edit.line) })
        : t('edit.setSpeed', { line: lineOrLink(edit.line), speed: edit.designSpeedKmh });
    case 'save-minutes':
      return t('edit.saveMinutes', { name: lineOrLink(edit.id), minutes: edit.minutes ?? 0 });
    case 'set-frequency':
      return edit.trainsPerDay === null
        ? t('edit.reset', { name: lineOrLink(edit.line) })
        : t('edit.setFrequency', { line: lineOrLink(edit.line), trains: edit.trainsPerDay });
    case 'set-parameter': {
      const parameter = TRAVEL_PARAMETERS.find(({ id }) => id === edit.name);
      const name = parameter === undefined ? edit.name : pickName(parameter, language);
      return edit.value === null
        ? t('edit.resetParameter', { name })
        : t('edit.setParameter', {
            name,
            value: edit.value,
            unit: parameter === undefined ? '' : t(`unit.${parameter.unit}`, { ns: 'terms' }),
          });
    }
    case 'move-member':
      return t('edit.move', {
        city: nameOf(names.units, edit.adcode) ?? edit.adcode,
        from: region(edit.from),
        to: region(edit.to),
      });
    case 'remove':
      return t('edit.remove', { name: lineOrLink(edit.id) });
  }
  return edit satisfies never;
}

/** Whether an edit's rides are modelled from length and speed, so that the list says so. */
export function isModelledEdit(edit: ScenarioEdit): boolean {
  return (
    (edit.type === 'add-line' && edit.minutes === undefined) ||
    edit.type === 'add-stop' ||
    edit.type === 'open' ||
    edit.type === 'set-speed' ||
    edit.type === 'save-minutes'
  );
}
