import { MOST_ANNOTATIONS } from '#core/geography/annotations.ts';
import { DEFAULT_DOCUMENT } from './default-document.ts';
import type { Scene } from './project-document.ts';
import { type DroppedPart, isPlainObject, readList, readSection, wholeItem } from './project-parts.ts';
import {
  annotationSchema,
  circlesSchema,
  integrationSchema,
  sceneSchema,
  sceneViewSchema,
} from './project-schema.ts';

const ANNOTATIONS = { most: MOST_ANNOTATIONS, readItem: wholeItem(annotationSchema) };

/** A scene that says nothing: what an older file leaves out of a scene stands as here. */
function emptyScene(part: string): Scene {
  const { view, integration, circles, comparison } = DEFAULT_DOCUMENT;
  const { language: _language, theme: _theme, openScene: _openScene, ...shown } = view;
  return {
    id: part,
    title: '',
    note: '',
    section: '',
    annotations: [],
    state: { view: shown, integration, circles, activeScenario: null, comparisonShown: comparison.shown },
  };
}

/**
 * Reads a scene; what an older atlas did not know is filled, what cannot be read costs only itself. `null`: there is no
 * state in it, nothing that could be shown.
 */
export function readScene(part: string, entry: unknown, dropped: DroppedPart[]): Scene | null {
  const whole = sceneSchema.safeParse(entry);
  if (whole.success) return whole.data;
  if (!isPlainObject(entry) || !isPlainObject(entry['state'])) {
    dropped.push({ part, why: isPlainObject(entry) ? 'has no state' : 'is not an object' });
    return null;
  }
  const empty = emptyScene(part);
  const { state } = entry;
  const at = `${part}.state`;
  const read = {
    view: readSection(`${at}.view`, state['view'], sceneViewSchema, empty.state.view, dropped),
    integration: readSection(
      `${at}.integration`,
      state['integration'],
      integrationSchema,
      empty.state.integration,
      dropped,
    ),
    circles: readSection(`${at}.circles`, state['circles'], circlesSchema, empty.state.circles, dropped),
    activeScenario: state['activeScenario'] ?? null,
    comparisonShown: state['comparisonShown'] ?? empty.state.comparisonShown,
  };
  const annotations = readList(`${part}.annotations`, entry['annotations'], ANNOTATIONS, dropped);
  return readSection(part, { ...entry, annotations, state: read }, sceneSchema, empty, dropped);
}
