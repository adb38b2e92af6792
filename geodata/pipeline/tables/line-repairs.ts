import type { FactRow, PipelineContext } from '../context.ts';
import { text } from './cells.ts';

/** A stop before it has a position. */
export interface ListedStop {
  readonly name: string;
  readonly kmFromStart: number | null;
  readonly extension: boolean;
}

/** Repairs of one line, in table order. */
export interface LineRepairs {
  readonly dropLine: boolean;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  apply(stops: readonly ListedStop[]): readonly ListedStop[];
}

function indexOf(stops: readonly ListedStop[], name: string, lineId: string): number {
  const index = stops.findIndex((stop) => stop.name === name);
  if (index < 0) throw new Error(`rail_line_repairs: ${lineId} has no stop ${name}`);
  return index;
}

function applyRow(stops: readonly ListedStop[], row: FactRow, lineId: string): readonly ListedStop[] {
  const station = text(row, 'station');
  const action = text(row, 'action');
  const extension: ListedStop = { name: station, kmFromStart: null, extension: true };
  switch (action) {
    case 'extend-start':
      return [extension, ...stops];
    case 'extend-end':
      return [...stops, extension];
    case 'insert-after':
      return stops.toSpliced(indexOf(stops, text(row, 'anchor'), lineId) + 1, 0, {
        ...extension,
        extension: false,
      });
    case 'remove':
      return stops.toSpliced(indexOf(stops, station, lineId), 1);
    case 'rename':
      indexOf(stops, station, lineId);
      return stops.map((stop) => (stop.name === station ? { ...stop, name: text(row, 'anchor') } : stop));
    case 'name':
    case 'drop-line':
      return stops;
    default:
      throw new Error(`rail_line_repairs: unknown action ${action}`);
  }
}

/** Repairs of `rail_line_repairs.csv` by line; each row states its reason. */
export function readLineRepairs(context: PipelineContext): (lineId: string) => LineRepairs {
  const rows = context.facts('rail_line_repairs');
  return (lineId) => {
    const own = rows.filter((row) => text(row, 'line_id') === lineId);
    const name = own.find((row) => text(row, 'action') === 'name');
    return {
      dropLine: own.some((row) => text(row, 'action') === 'drop-line'),
      nameZh: name === undefined ? null : text(name, 'station'),
      nameEn: name === undefined ? null : text(name, 'anchor'),
      apply: (stops) => own.reduce((current, row) => applyRow(current, row, lineId), stops),
    };
  };
}
