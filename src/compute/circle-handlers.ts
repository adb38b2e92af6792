import { railSourcesInUse } from '#core/network/rail-source.ts';
import { comparePlansWithHour, type PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import { type CircleEngine, createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleEngineData, CircleResult } from '#core/surface/circle-request.ts';
import type { GridFrame } from '#core/surface/grid-geometry.ts';
import { comparePeople } from '#core/surface/people-grid.ts';
import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED, type Progress } from './protocol.ts';
import { answerAccessibility, answerAccessibilityUncertainty } from './accessibility-handler.ts';
import { answerMarginalMinutes } from './marginal-handler.ts';
import { answerMatrix } from './matrix-handler.ts';
import { answerRegionalTravel } from './regional-travel-handler.ts';
import {
  answerPlansUncertainty,
  answerScenarioUncertainty,
  answerUncertainty,
} from './uncertainty-handler.ts';
import { answerShape } from './shape-handler.ts';
import { answerValidation } from './validation-handler.ts';
import type { Handlers } from './worker-host.ts';

/** How the worker gets its data. */
export type LoadEngineData = (
  dataUrl: string,
  signal: AbortSignal,
  reportProgress: (progress: Progress) => void,
) => Promise<Result<CircleEngineData>>;

/** What the circle worker does for each of its operations; the engine is made by `open` and kept. */
export function createCircleHandlers(load: LoadEngineData, now: () => number): Handlers<CircleOperations> {
  let opened: CircleEngine | null = null;
  const engine = (): CircleEngine => {
    // The client sends "open" before anything else: this is a bug, not a person's mistake.
    if (opened === null) throw new Error('the circle worker was asked before it was opened');
    return opened;
  };

  return {
    open: async ({ dataUrl, added }, { signal, reportProgress }) => {
      const data = await load(dataUrl, signal, reportProgress);
      if (!data.ok) return { result: data };
      opened = createCircleEngine({ ...data.value, added });
      return {
        result: succeed({
          stations: data.value.timetable.stations.length,
          counties: data.value.raster.counties.length,
          frame: frameOf(data.value.raster),
        }),
      };
    },
    'use-data': ({ added }) => {
      opened = createCircleEngine({ ...engine().context.data, added });
      return { result: succeed({ stations: opened.context.base.network.edges.stations.length }) };
    },
    'compare-people': () => {
      const { data, land } = engine().context;
      const grid = data.added?.people ?? null;
      return { result: succeed(grid === null ? null : comparePeople(land, grid)) };
    },
    circle: ({ request, contourMinutes, readingMinutes, withSurface, withStations }) => {
      const start = now();
      const computed = engine().computeSurface(request);
      if (!computed.ok) return { result: computed };
      const { surface, stations, parameters, mode, origins } = computed.value;
      const contours = contourMinutes.map((minutes) => ({
        minutes,
        polygon: engine().contour(surface, minutes),
      }));
      const readings = readingMinutes.map((minutes) => engine().readings(surface, minutes));
      const moved = withSurface ? copySurface(surface) : null;
      return {
        result: succeed({
          surface: moved,
          contours,
          readings,
          stations: withStations ? stations : [],
          parameters,
          mode,
          origins,
          ...railSourcesInUse(engine().context.data.added?.rail),
          computingMs: now() - start,
        }),
        transfer: moved === null ? [] : [moved.ticks.buffer],
      };
    },
    'explain-point': ({ request, at }) => ({ result: engine().explainPoint(request, at) }),
    'explain-station': ({ request, station }) => ({ result: engine().explainStation(request, station) }),
    'travel-time': ({ from, to, request }) => ({ result: engine().travelTime(from, to, request) }),
    matrix: (asked, context) => answerMatrix(engine(), asked, context),
    'compare-scenario': ({ base, edits, minutes, contourMinutes }) => {
      const start = now();
      const compared = compareScenario(engine(), base, edits, minutes);
      if (!compared.ok) return { result: compared };
      const { before, after, difference } = compared.value;
      const contoursOf = ({ surface }: CircleResult) =>
        contourMinutes.map((cutoff) => ({ minutes: cutoff, polygon: engine().contour(surface, cutoff) }));
      return {
        result: succeed({
          ...compared.value,
          contoursBefore: contoursOf(before.circle),
          contoursAfter: contoursOf(after.circle),
          computingMs: now() - start,
        }),
        // The difference is made for this answer alone; the surfaces are the engine's own and get copied.
        transfer: [difference.minutes.buffer as ArrayBuffer, difference.state.buffer as ArrayBuffer],
      };
    },
    'plans-versus-hour': async ({ plans, request, minutes }, { signal, reportProgress, pause }) => {
      const readings: PlanVersusHour[] = [];
      for (const plan of plans) {
        if (signal.aborted) return { result: fail(ABORTED) };
        const reading = comparePlansWithHour(engine(), [plan], request, minutes);
        if (!reading.ok) return { result: reading };
        readings.push(...reading.value);
        reportProgress({ stage: 'plans', done: readings.length, total: plans.length });
        await pause();
      }
      return { result: succeed(readings) };
    },
    shape: (request) => answerShape(engine(), request),
    'regional-travel': (request, context) => answerRegionalTravel(engine(), request, context),
    accessibility: (request, context) => answerAccessibility(engine(), request, context),
    'circle-uncertainty': (request, context) => answerUncertainty(engine(), request, context),
    'scenario-uncertainty': (request, context) => answerScenarioUncertainty(engine(), request, context),
    'plans-uncertainty': (request, context) => answerPlansUncertainty(engine(), request, context),
    'accessibility-uncertainty': (request, context) =>
      answerAccessibilityUncertainty(engine(), request, context),
    validation: (request, context) => answerValidation(engine(), request, context),
    'marginal-minutes': (request, context) => answerMarginalMinutes(engine(), request, context),
  };
}

/** Where the raster lies, without its cells. */
function frameOf({ west, north, cellDegrees, columns, rows }: GridFrame): GridFrame {
  return { west, north, cellDegrees, columns, rows };
}

/** The engine keeps its surfaces for further questions, so what is moved out must be a copy. */
function copySurface(
  surface: TravelTimeSurface,
): TravelTimeSurface & { readonly ticks: Uint16Array<ArrayBuffer> } {
  return { ...surface, ticks: Uint16Array.from(surface.ticks) };
}
