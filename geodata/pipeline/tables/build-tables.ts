import type { BuildTables } from '../context.ts';
import { buildContext } from './build-context.ts';
import { buildCountyIndicators } from './build-county-indicators.ts';
import { buildEmployment } from './build-employment.ts';
import { buildIndicators } from './build-indicators.ts';
import { buildRailLines, collectRailLines } from './build-rail-lines.ts';
import { buildRoadLinks } from './build-road-links.ts';
import { buildTimetable } from './build-timetable.ts';
import { buildStationNames } from './station-names.ts';
import { StationPositions } from './station-positions.ts';
import { tableSources } from './table-sources.ts';

/** The tables half of the pipeline: facts → rail, road links, timetable, indicators, employment, context. */
export const buildTables: BuildTables = (context) => {
  context.addSources(tableSources);
  buildIndicators(context);
  buildCountyIndicators(context);
  buildEmployment(context);
  buildContext(context);
  const positions = new StationPositions(context);
  const built = collectRailLines(context, positions);
  buildRailLines(context, built);
  const stations = buildTimetable(context, positions, built.lines);
  buildStationNames(context, stations, built.lines);
  buildRoadLinks(context);
};
