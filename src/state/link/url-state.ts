import { DEFAULT_DOCUMENT } from '../document/default-document.ts';
import { parseProjectData } from '../document/parse-project.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import type { Workspace } from '../document/view-state.ts';
import type { UrlPart } from './url-part.ts';
import { URL_PARTS } from './url-parts.ts';
import { usualStructureLook } from './url-structure.ts';

/** Version of the link format, the `v` of every link. */
const URL_VERSION = '1';

/** Longer fragments are not read: no browser's link and no state of ours is that long. */
const LONGEST_FRAGMENT = 20_000;

/** Workspaces whose picture is around the origins of the circles. */
const STARTS_AT_ORIGINS: readonly Workspace[] = ['circles', 'scenario'];

/** A part of a link that was left out, and why. */
export interface DroppedUrlPart {
  readonly key: string;
  readonly text: string;
  /** `not-here`: it names own data or an own region that this project does not have. */
  readonly reason: 'unknown' | 'unreadable' | 'not-here' | 'twice' | 'newer-version' | 'too-long';
}

/** What a link says, as far as it could be read. */
export interface ReadUrlState {
  readonly document: ProjectDocument;
  readonly dropped: readonly DroppedUrlPart[];
  /** The link selects something, or names where circles start, and says no position of the map: that is to be seen. */
  readonly isWithoutView: boolean;
}

function encodeValue(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:2C|3A|2F|40)/g, decodeURIComponent);
}

/** The shown part of the document as a fragment without `#`; what has its default is left out. */
export function writeUrlState(document: ProjectDocument): string {
  const parts = URL_PARTS.flatMap(({ key, write }) => {
    const value = write(document);
    return value === null ? [] : [`${key}=${encodeValue(value)}`];
  });
  return [...parts, `v=${URL_VERSION}`].join('&');
}

/** The document a link is read into: the defaults, with what links don't carry from the present document. */
function groundFor(current: ProjectDocument): ProjectDocument {
  const { view } = DEFAULT_DOCUMENT;
  return {
    ...current,
    view: {
      ...view,
      language: current.view.language,
      theme: current.view.theme,
      camera: current.view.camera,
      layers: current.view.layers,
      workspace: current.view.workspace,
      shownShapes: current.view.shownShapes,
      openScene: current.view.openScene,
    },
    integration: DEFAULT_DOCUMENT.integration,
    circles: DEFAULT_DOCUMENT.circles,
    activeScenario: null,
    comparison: { ...DEFAULT_DOCUMENT.comparison, compared: current.comparison.compared },
  };
}

/** Layers of the workspace that the link names start from their defaults: the link says only what differs. */
function withDefaultLayers(document: ProjectDocument): ProjectDocument {
  const { layers, workspace } = document.view;
  const fresh = { ...layers, [workspace]: DEFAULT_DOCUMENT.view.layers[workspace] };
  return { ...document, view: { ...document.view, layers: fresh } };
}

/** The structure's look starts from the usual one for what the link selects: the link says only what differs. */
function withUsualLook(document: ProjectDocument): ProjectDocument {
  return { ...document, view: { ...document.view, structure: usualStructureLook(document) } };
}

function readPart(part: UrlPart, text: string, document: ProjectDocument): ProjectDocument | null {
  const candidate = part.read(text, document);
  if (candidate === null) return null;
  const checked = parseProjectData(candidate);
  return checked.ok && checked.value.dropped.length === 0 ? checked.value.document : null;
}

/** Whether a part names own indicators or regions that only another project has. */
function namesWhatIsNotHere(text: string, { ownTables, ownRegions }: ProjectDocument): boolean {
  const named = text.match(/\b(?:own|custom)[:~][a-z0-9-]+/gu) ?? [];
  if (named.length === 0) return false;
  const here = new Set([
    ...ownRegions.map(({ id }) => id),
    ...ownTables.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
  ]);
  return named.some((id) => !here.has(id.replace('~', ':')));
}

/** Parts that hold words of a person, in which such a name means nothing. */
const OF_WORDS: ReadonlySet<string> = new Set(['from', 'scenario']);

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Reads a fragment (with or without `#`) over the present document. Good parts are kept, the others named.
 * An empty fragment changes nothing.
 */
export function readUrlState(fragment: string, current: ProjectDocument): ReadUrlState {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text === '') return { document: current, dropped: [], isWithoutView: false };
  if (text.length > LONGEST_FRAGMENT)
    return {
      document: current,
      dropped: [{ key: '#', text: text.slice(0, 40), reason: 'too-long' }],
      isWithoutView: false,
    };

  const dropped: DroppedUrlPart[] = [];
  const given = new Map<string, string>();
  for (const piece of text.split('&')) {
    const equals = piece.indexOf('=');
    const key = equals < 0 ? piece : piece.slice(0, equals);
    const value = decode(equals < 0 ? '' : piece.slice(equals + 1));
    if (key !== 'v' && !URL_PARTS.some((part) => part.key === key))
      dropped.push({ key, text: piece, reason: 'unknown' });
    else if (value === null) dropped.push({ key, text: piece, reason: 'unreadable' });
    else if (given.has(key)) dropped.push({ key, text: value, reason: 'twice' });
    else given.set(key, value);
  }
  const version = given.get('v');
  if (version !== undefined && version !== URL_VERSION)
    dropped.push({ key: 'v', text: version, reason: 'newer-version' });

  let document = groundFor(current);
  const taken = new Set<string>();
  for (const part of URL_PARTS) {
    const value = given.get(part.key);
    if (part.key === 'on') document = withDefaultLayers(document);
    if (part.key === 'look') document = withUsualLook(document);
    if (value === undefined) continue;
    if (!OF_WORDS.has(part.key) && namesWhatIsNotHere(value, current)) {
      dropped.push({ key: part.key, text: value, reason: 'not-here' });
      continue;
    }
    const read = readPart(part, value, document);
    if (read === null) dropped.push({ key: part.key, text: value, reason: 'unreadable' });
    else {
      document = read;
      taken.add(part.key);
    }
  }
  const { selection, workspace } = document.view;
  const hasOrigin =
    taken.has('from') && document.circles.origins.length > 0 && STARTS_AT_ORIGINS.includes(workspace);
  const isWithoutView = !taken.has('map') && ((taken.has('sel') && selection.kind !== 'none') || hasOrigin);
  return { document, dropped, isWithoutView };
}
