import { DEFAULT_DOCUMENT } from '../document/default-document.ts';
import { equalData } from '../document/equal-data.ts';
import type { ExplainedStep, ShownMeasure } from '../document/integration-state.ts';
import { partsOf, type UrlPart } from './url-part.ts';
import {
  fromLink,
  inLink,
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

const standard = DEFAULT_DOCUMENT;

const integrationPart = partsOf('integration');

function writeShown(shown: ShownMeasure): string {
  if (shown.kind === 'composite') return 'composite';
  const id = inLink(shown.id);
  if (shown.kind === 'change') return `change:${id}:${shown.fromYear}:${shown.level}`;
  return shown.kind === 'value' ? `value:${id}:${shown.level}` : `${shown.kind}:${id}`;
}

function readShown(text: string): unknown {
  const [kind = '', written, third, fourth] = text.split(':');
  if (kind === 'composite') return { kind };
  const id = written === undefined ? undefined : fromLink(written);
  if (kind === 'value') return { kind, id, level: third };
  if (kind === 'change') return { kind, id, fromYear: toNumber(third), level: fourth ?? 'agglomeration' };
  return { kind, id };
}

function writeStep(step: ExplainedStep | null): string {
  if (step === null) return 'none';
  const node = inLink(step.node);
  return step.member === null ? node : `${node}:${step.member}`;
}

function readStep(text: string): unknown {
  const [node = '', member] = text.split(':');
  return node === 'none' ? null : { node: fromLink(node), member: member ?? null };
}

const OPTION_SWITCHES: ReadonlySet<string> = new Set(['useR', 'useLevel']);
/** Options with a part of their own. */
const OPTIONS_APART: ReadonlySet<string> = new Set(['weights', 'without']);
const OPTION_NUMBERS: ReadonlySet<string> = new Set(['ddof', 'coverageThreshold', 'yearWindow']);

/** Options of the score that differ from the standard, without the weights and what is left out: `scope:indicator,ddof:1,useR:0`. */
const optionsPart: UrlPart = {
  key: 'opt',
  write: ({ integration: { options } }) => {
    const differing = Object.entries(options).filter(
      ([key, value]) =>
        !OPTIONS_APART.has(key) && value !== standard.integration.options[key as keyof typeof options],
    );
    if (differing.length === 0) return null;
    return differing
      .map(([key, value]) => `${key}:${typeof value === 'boolean' ? switchText(value) : String(value)}`)
      .join(',');
  },
  read: (text, document) => {
    const entries = split(text, ',').map((entry): [string, unknown] => {
      const [key = '', value = ''] = entry.split(':');
      if (OPTION_SWITCHES.has(key)) return [key, readSwitch(value)];
      return [key, OPTION_NUMBERS.has(key) ? toNumber(value) : value];
    });
    if (
      !entries.every(([key]) => !OPTIONS_APART.has(key) && Object.hasOwn(standard.integration.options, key))
    )
      return null;
    const options = { ...document.integration.options, ...Object.fromEntries(entries) };
    return { ...document, integration: { ...document.integration, options } };
  },
};

const weightsPart: UrlPart = {
  key: 'weights',
  write: ({ integration }) =>
    equalData(integration.options.weights, {}) ? null : writeRecord(integration.options.weights),
  read: (text, document) => ({
    ...document,
    integration: {
      ...document.integration,
      options: { ...document.integration.options, weights: readRecord(text) as Record<string, number> },
    },
  }),
};

const withoutPart: UrlPart = {
  key: 'without',
  write: ({ integration: { options } }) =>
    options.without.length === 0 ? null : list(options.without.map(inLink)),
  read: (text, document) => ({
    ...document,
    integration: {
      ...document.integration,
      options: { ...document.integration.options, without: texts(text).map(fromLink) },
    },
  }),
};

/** What of the integration workspace a link carries, in the order in which it is written and read. */
export const INTEGRATION_PARTS: readonly UrlPart[] = [
  integrationPart('set', 'set', String, String),
  integrationPart('agg', 'agglomerationIds', list, texts),
  integrationPart('year', 'year', String, toNumber),
  integrationPart('recipe', 'preset', String, String),
  integrationPart('show', 'shown', writeShown, readShown),
  integrationPart(
    'with',
    'second',
    (second) => (second === null ? 'none' : writeShown(second)),
    (text) => (text === 'none' ? null : readShown(text)),
  ),
  integrationPart('side', 'side', String, String),
  integrationPart(
    'cross',
    'crossColours',
    ({ palette, reverseFirst, reverseSecond }) =>
      [palette, switchText(reverseFirst), switchText(reverseSecond)].join(':'),
    (text) => {
      const [palette, first = '0', second = '0'] = text.split(':');
      return { palette, reverseFirst: readSwitch(first), reverseSecond: readSwitch(second) };
    },
  ),
  integrationPart(
    'xy',
    'scatter',
    ({ x, y }) => list([inLink(x), inLink(y)]),
    (text) => {
      const [x, y] = texts(text).map(fromLink);
      return { x, y };
    },
  ),
  optionsPart,
  weightsPart,
  withoutPart,
  integrationPart(
    'classes',
    'classification',
    ({ method, count, manualBreaks, lock }) =>
      `${method}:${count}:${switchText(lock)}${manualBreaks.length > 0 ? `:${list(manualBreaks)}` : ''}`,
    (text) => {
      const [method, count, lock, breaks = ''] = text.split(':');
      return { method, count: toNumber(count), lock: readSwitch(lock ?? '0'), manualBreaks: numbers(breaks) };
    },
  ),
  integrationPart('ramp', 'palette', String, String),
  integrationPart('reversed', 'reversed', switchText, readSwitch),
  integrationPart('page', 'page', String, String),
  integrationPart('step', 'explained', writeStep, readStep),
];
