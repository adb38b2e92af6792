import { DEFAULT_DOCUMENT } from '../document/default-document.ts';
import { equalData } from '../document/equal-data.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import type { StructureLook } from '../document/view-state.ts';
import { fromLink, inLink } from './url-text.ts';

type Names = { readonly [Key in keyof StructureLook]: string };

/** Names of the look's properties in a link. */
const NAMES: Names = {
  regionId: 'region',
  page: 'page',
  symbols: 'symbols',
  mode: 'mode',
  ties: 'ties',
  tieThreshold: 'least',
  compared: 'over',
  huLine: 'hu',
  clusters: 'clusters',
};

function writeValue(value: StructureLook[keyof StructureLook]): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return inLink(String(value));
  if ('level' in value) return [value.level, inLink(value.indicator), value.year, value.neighbours].join('/');
  return value.map(inLink).join('/');
}

/**
 * The look that a link need not say: the default, with the selected region open where the structure is shown. So a link that
 * names a region and nothing else shows it, whatever was open before.
 */
export function usualStructureLook({ view: { workspace, selection } }: ProjectDocument): StructureLook {
  const { structure } = DEFAULT_DOCUMENT.view;
  return workspace === 'structure' && selection.kind === 'region'
    ? { ...structure, regionId: selection.regionId }
    : structure;
}

/** What of the structure is open and drawn, as far as it differs from the usual: `region:chengyu,page:ties`; `null` = nothing. */
export function writeStructureLook(document: ProjectDocument): string | null {
  const look = document.view.structure;
  const usual = usualStructureLook(document);
  const keys = Object.keys(NAMES) as (keyof StructureLook)[];
  const differing = keys.filter((key) => !equalData(look[key], usual[key]));
  return differing.length === 0
    ? null
    : differing.map((key) => `${NAMES[key]}:${writeValue(look[key])}`).join(',');
}

function readValue(key: keyof StructureLook, text: string): unknown {
  switch (key) {
    case 'huLine':
      return text === '1' ? true : text === '0' ? false : text;
    case 'ties':
    case 'tieThreshold':
      return text.trim() === '' ? Number.NaN : Number(text);
    case 'compared':
      return text === '' ? [] : text.split('/').map(fromLink);
    case 'clusters': {
      const [level, indicator = '', year, neighbours] = text.split('/');
      return { level, indicator: fromLink(indicator), year: Number(year), neighbours };
    }
    case 'regionId':
      return text === '' ? null : fromLink(text);
    case 'page':
    case 'symbols':
    case 'mode':
      return text;
  }
  return key satisfies never;
}

/** Reads what {@link writeStructureLook} wrote, values not yet checked; `null` where a name is unknown. */
export function readStructureLook(text: string): object | null {
  const byName = new Map(Object.entries(NAMES).map(([key, name]) => [name, key as keyof StructureLook]));
  const entries: [string, unknown][] = [];
  for (const piece of text.split(',')) {
    const colon = piece.indexOf(':');
    const key = byName.get(piece.slice(0, Math.max(0, colon)));
    if (key === undefined) return null;
    entries.push([key, readValue(key, piece.slice(colon + 1))]);
  }
  return Object.fromEntries(entries);
}
