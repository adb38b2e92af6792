import type { FactRow, PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text, textOrNull } from './cells.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

/** Trains a day in a printed headway: `24 pairs` → 48, `38 (max)` → 38, `about every 9 min` → unknown. */
export function parseTrainsPerDay(printed: string): number | null {
  const match = /^(\d+)( pairs)?/.exec(printed);
  if (match === null) return null;
  return Number(match[1]) * (match[2] === undefined ? 1 : 2);
}

/** A printed value: a number where it is one, its words otherwise (`gradient 梯度型`). */
function printedValue(row: FactRow): number | string | null {
  const printed = text(row, 'value');
  if (printed === '') return null;
  const value = Number(printed);
  return Number.isFinite(value) ? value : printed;
}

function headway(row: FactRow): Record<string, unknown> {
  const printed = text(row, 'trains_per_day');
  return {
    from: text(row, 'from'),
    to: text(row, 'to'),
    trainsPerDay: parseTrainsPerDay(printed),
    printed,
    date: text(row, 'date'),
    source: text(row, 'source'),
  };
}

/** Builds `context.json`: institutions, published figures, trains a day on corridors, published times to check against. */
export function buildContext(context: PipelineContext): void {
  const institutions = context.facts('institutions').map((row) => ({
    agglomeration: text(row, 'agglomeration'),
    year: numberOrNull(row, 'year'),
    level: text(row, 'level'),
    kind: text(row, 'kind'),
    titleZh: text(row, 'title_zh'),
    whatEn: text(row, 'what_it_does_en'),
    whatZh: text(row, 'what_it_does_zh'),
    source: text(row, 'source'),
  }));
  const publishedFigures = context.facts('published_figures').map((row) => ({
    subject: text(row, 'subject'),
    indicator: text(row, 'indicator'),
    year: textOrNull(row, 'year'),
    value: printedValue(row),
    unit: text(row, 'unit'),
    source: text(row, 'source'),
  }));
  const headways = context.facts('rail_headways').map(headway);
  const validationTimes = context.facts('validation_times').map((row) => ({
    from: text(row, 'from'),
    to: text(row, 'to'),
    minutes: numberOf(row, 'minutes'),
    year: numberOf(row, 'year'),
    source: text(row, 'source'),
  }));
  writeJsonArtefact(context, {
    id: 'context',
    path: 'context.json',
    formatVersion: 1,
    vintage: 'as dated in each row',
    sources: ['institutions', 'rail-timetables', 'rail-press'],
    licence: 'facts',
    attribution: '',
    early: false,
    counts: {
      institutions: institutions.length,
      'published figures': publishedFigures.length,
      headways: headways.length,
      'validation times': validationTimes.length,
    },
    body: { institutions, publishedFigures, headways, validationTimes },
  });
}
