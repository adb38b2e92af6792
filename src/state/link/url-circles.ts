import type { CircleOrigin } from '../document/circles-state.ts';
import { partsOf, type UrlPart } from './url-part.ts';
import {
  coordinate,
  list,
  numbers,
  readRecord,
  readSwitch,
  split,
  switchText,
  texts,
  toNumber,
  writeRecord,
} from './url-text.ts';

const circlesPart = partsOf('circles');

function writeOrigin(origin: CircleOrigin): string {
  if (origin.kind === 'unit') return origin.adcode;
  return `${origin.at.map(coordinate).join(',')}:${origin.label.replaceAll('~', ' ')}`;
}

function readOrigin(text: string): unknown {
  if (/^\d{6}$/.test(text)) return { kind: 'unit', adcode: text };
  const colon = text.indexOf(':');
  const position = colon < 0 ? text : text.slice(0, colon);
  return {
    kind: 'point',
    at: position.split(',').map(toNumber),
    label: colon < 0 ? '' : text.slice(colon + 1),
  };
}

/** What of the circles a link carries, in the order in which it is written and read. */
export const CIRCLES_PARTS: readonly UrlPart[] = [
  circlesPart(
    'from',
    'origins',
    (origins) => origins.map(writeOrigin).join('~'),
    (text) => split(text, '~').map(readOrigin),
  ),
  circlesPart('min', 'minutes', String, toNumber),
  circlesPart('cuts', 'cutoffs', list, numbers),
  circlesPart('mode', 'mode', String, String),
  circlesPart('traffic', 'preset', String, String),
  circlesPart('par', 'parameters', writeRecord, readRecord),
  circlesPart('closed', 'closedLinks', list, texts),
  circlesPart('merge', 'merge', switchText, readSwitch),
  circlesPart('over', 'overlays', list, texts),
  circlesPart('sure', 'certainty', switchText, readSwitch),
  circlesPart('draws', 'draws', String, toNumber),
  circlesPart('ranges', 'ranges', writeRecord, readRecord),
  circlesPart('access', 'accessibility', switchText, readSwitch),
  circlesPart('count', 'opportunity', String, String),
  circlesPart(
    'of',
    'accessibilityRegion',
    (id) => id ?? '',
    (text) => (text === '' ? null : text),
  ),
  circlesPart('sureaccess', 'accessibilityRanges', switchText, readSwitch),
  circlesPart('surechange', 'changeRanges', switchText, readSwitch),
];
