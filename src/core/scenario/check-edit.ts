import { DESIGN_SPEED_RANGE_KMH } from '../network/modelled-minutes.ts';
import { validateParameter } from '../network/travel-parameters.ts';
import { fail, succeed, type Result } from '../units/result.ts';
import { checkMove } from './membership-moves.ts';
import type { AddLineEdit, ScenarioEdit, ScenarioFailureReason, ScenarioStop } from './scenario-edit.ts';
import type { ScenarioCatalogue, ScenarioSettings } from './scenario-settings.ts';

/** Minutes that a ride or crossing may take. */
const MINUTES_RANGE = { min: 1, max: 1440 } as const;
const MOST_TRAINS_PER_DAY = 1000;

type Checked = Result<null, ScenarioFailureReason>;
const FINE: Checked = succeed(null);

/** Whether a ride or crossing can take so long. */
export function checkMinutes(minutes: number): Checked {
  if (Number.isFinite(minutes) && minutes >= MINUTES_RANGE.min && minutes <= MINUTES_RANGE.max) return FINE;
  return fail({
    reason: 'bad-minutes',
    message: `A ride or crossing cannot take ${minutes} minutes.`,
    nextStep: `Give minutes from ${MINUTES_RANGE.min} to ${MINUTES_RANGE.max}.`,
    values: { minutes: String(minutes) },
  });
}

/** Whether a line can have this design speed. */
export function checkSpeed(speedKmh: number): Checked {
  const { min, max } = DESIGN_SPEED_RANGE_KMH;
  if (Number.isFinite(speedKmh) && speedKmh >= min && speedKmh <= max) return FINE;
  return fail({
    reason: 'bad-speed',
    message: `A line cannot have a design speed of ${speedKmh} km/h.`,
    nextStep: `Give a speed from ${min} to ${max} km/h.`,
    values: { speed: String(speedKmh), min, max },
  });
}

/** Whether a line can have so many trains a day and direction. */
export function checkFrequency(trainsPerDay: number): Checked {
  if (Number.isInteger(trainsPerDay) && trainsPerDay >= 0 && trainsPerDay <= MOST_TRAINS_PER_DAY) return FINE;
  return fail({
    reason: 'bad-frequency',
    message: `A line cannot have ${trainsPerDay} trains a day.`,
    nextStep: `Give a whole number from 0 to ${MOST_TRAINS_PER_DAY}.`,
    values: { trains: String(trainsPerDay) },
  });
}

function checkPlace(at: readonly number[]): Checked {
  const [lng, lat] = at;
  if (
    at.length === 2 &&
    lng !== undefined &&
    lat !== undefined &&
    Math.abs(lng) <= 180 &&
    Math.abs(lat) <= 90
  ) {
    return FINE;
  }
  return fail({
    reason: 'bad-place',
    message: `[${at.join(', ')}] is not a position.`,
    nextStep: 'Give [longitude, latitude] in WGS-84 degrees.',
  });
}

function unknownStation(name: string): Checked {
  return fail({
    reason: 'unknown-station',
    message: `There is no station named “${name}”.`,
    nextStep: 'Use a station’s Chinese name, or give { name, at: [lng, lat] } for a new one.',
    values: { station: name },
  });
}

function unknownId(id: string, what: string): Checked {
  return fail({
    reason: 'unknown-id',
    message: `There is no ${what} with the id “${id}”.`,
    nextStep: 'List the ids of lines and road links, or check the spelling.',
    values: { id },
  });
}

function checkStop(stop: ScenarioStop, catalogue: ScenarioCatalogue): Checked {
  if (typeof stop !== 'string') return checkPlace(stop.at);
  return catalogue.hasStation(stop) ? FINE : unknownStation(stop);
}

function firstFailure(checks: readonly Checked[]): Checked {
  return checks.find((check) => !check.ok) ?? FINE;
}

function checkNewId(id: string, settings: ScenarioSettings, catalogue: ScenarioCatalogue): Checked {
  if (
    !catalogue.hasLine(id) &&
    !catalogue.hasRoadLink(id) &&
    !settings.lines.has(id) &&
    !settings.roadLinks.has(id)
  ) {
    return FINE;
  }
  return fail({
    reason: 'duplicate-id',
    message: `The id “${id}” is taken.`,
    nextStep: 'Choose another id for the new line or link.',
    values: { id },
  });
}

function checkAddLine(edit: AddLineEdit, settings: ScenarioSettings, catalogue: ScenarioCatalogue): Checked {
  const names = new Set(edit.stops.map((stop) => (typeof stop === 'string' ? stop : stop.name)));
  if (names.size < 2) {
    return fail({
      reason: 'too-few-stops',
      message: `The line “${edit.id}” has ${names.size === 1 ? 'only one stop' : 'no stops'}.`,
      nextStep: 'Give a line at least two different stops.',
      values: { id: edit.id, stops: names.size },
    });
  }
  if (edit.minutes !== undefined && edit.minutes.length !== edit.stops.length - 1) {
    return fail({
      reason: 'bad-minutes',
      message: `The line “${edit.id}” has ${edit.stops.length} stops but ${edit.minutes.length} leg times.`,
      nextStep: 'Give one number of minutes for each leg, or leave them out.',
      values: { id: edit.id },
    });
  }
  return firstFailure([
    checkNewId(edit.id, settings, catalogue),
    checkSpeed(edit.designSpeedKmh),
    ...edit.stops.map((stop) => checkStop(stop, catalogue)),
    ...(edit.minutes ?? []).map(checkMinutes),
    edit.trainsPerDay === undefined ? FINE : checkFrequency(edit.trainsPerDay),
  ]);
}

function checkLine(id: string, settings: ScenarioSettings, catalogue: ScenarioCatalogue): Checked {
  return catalogue.hasLine(id) || settings.lines.has(id) ? FINE : unknownId(id, 'line');
}

function checkLink(id: string, settings: ScenarioSettings, catalogue: ScenarioCatalogue): Checked {
  return catalogue.hasRoadLink(id) || settings.roadLinks.has(id) ? FINE : unknownId(id, 'road link');
}

/** Whether an edit can be put on settings: what it names is there, and its figures are possible. */
export function checkEdit(
  edit: ScenarioEdit,
  settings: ScenarioSettings,
  catalogue: ScenarioCatalogue,
): Checked {
  switch (edit.type) {
    case 'add-line':
      return checkAddLine(edit, settings, catalogue);
    case 'add-stop':
      return firstFailure([checkLine(edit.line, settings, catalogue), checkStop(edit.stop, catalogue)]);
    case 'add-road-link':
      return firstFailure([
        checkNewId(edit.id, settings, catalogue),
        checkPlace(edit.from),
        checkPlace(edit.to),
        checkMinutes(edit.minutes),
      ]);
    case 'open':
    case 'close':
    case 'reset': {
      const line = checkLine(edit.id, settings, catalogue);
      return line.ok || checkLink(edit.id, settings, catalogue).ok
        ? FINE
        : unknownId(edit.id, 'line or road link');
    }
    case 'set-minutes': {
      const minutes = edit.minutes === null ? FINE : checkMinutes(edit.minutes);
      if ('link' in edit) return firstFailure([checkLink(edit.link, settings, catalogue), minutes]);
      const added = (name: string): boolean =>
        catalogue.hasStation(name) ||
        [...settings.lines.values()].some((line) =>
          line.stops.some((stop) => typeof stop !== 'string' && stop.name === name),
        );
      return firstFailure([
        ...[edit.from, edit.to].map((name) => (added(name) ? FINE : unknownStation(name))),
        minutes,
      ]);
    }
    case 'set-speed':
      return firstFailure([
        checkLine(edit.line, settings, catalogue),
        edit.designSpeedKmh === null ? FINE : checkSpeed(edit.designSpeedKmh),
      ]);
    case 'save-minutes': {
      const known = checkLine(edit.id, settings, catalogue).ok || checkLink(edit.id, settings, catalogue).ok;
      if (!known) return unknownId(edit.id, 'line or road link');
      return edit.minutes === null ? FINE : checkMinutes(Math.abs(edit.minutes));
    }
    case 'set-frequency':
      return firstFailure([
        checkLine(edit.line, settings, catalogue),
        edit.trainsPerDay === null ? FINE : checkFrequency(edit.trainsPerDay),
      ]);
    case 'set-parameter': {
      const checked = validateParameter(edit.name, edit.value ?? Number.NaN);
      if (checked.ok) return FINE;
      return edit.value === null && checked.failure.reason !== 'unknown-parameter' ? FINE : checked;
    }
    case 'move-member':
      return checkMove(edit, settings.memberships);
    case 'remove':
      return settings.lines.has(edit.id) || settings.stops.has(edit.id) || settings.roadLinks.has(edit.id)
        ? FINE
        : unknownId(edit.id, 'added line, stop or link');
    default: {
      const unknown: { readonly type?: unknown } = edit;
      return fail({
        reason: 'unknown-edit',
        message: `There is no edit of type “${String(unknown.type)}”.`,
        nextStep:
          'Use add-line, add-stop, add-road-link, remove, open, close, reset, set-minutes, save-minutes, set-speed, set-frequency, set-parameter or move-member.',
      });
    }
  }
}
