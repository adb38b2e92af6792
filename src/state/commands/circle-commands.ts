import type { AssumptionBounds, AssumptionId } from '#core/uncertainty/assumption.ts';
import type { Command } from '../command.ts';
import type { CircleMode, CircleOrigin, CirclesState, TrafficPreset } from '../document/circles-state.ts';
import { build, set, setEach } from './build-command.ts';

/** Measures from these origins alone. */
export function setCircleOrigins(origins: readonly CircleOrigin[]): Command {
  return build('set-circle-origins', [set(['circles', 'origins'], origins)]);
}

/** Adds an origin at the end. */
export function addCircleOrigin(circles: CirclesState, origin: CircleOrigin): Command {
  return build('add-circle-origin', [
    { op: 'insert', path: ['circles', 'origins', circles.origins.length], value: origin },
  ]);
}

/** Takes an origin out. */
export function removeCircleOrigin(index: number): Command {
  return build('remove-circle-origin', [{ op: 'remove', path: ['circles', 'origins', index] }]);
}

/** Moves an origin. Coalesces while it is dragged. */
export function moveCircleOrigin(index: number, origin: CircleOrigin): Command {
  return build(
    'move-circle-origin',
    [{ op: 'set', path: ['circles', 'origins', index], value: origin }],
    `circle-origin:${index}`,
  );
}

/** Changes the minutes read out. Coalesces while the slider moves. */
export function setCircleMinutes(minutes: number): Command {
  return build('set-circle-minutes', [set(['circles', 'minutes'], minutes)], 'circle-minutes');
}

/** Changes the cut-offs drawn, kept ascending and without doubles. */
export function setCircleCutoffs(cutoffs: readonly number[]): Command {
  const ascending = [...new Set(cutoffs)].toSorted((a, b) => a - b);
  return build('set-circle-cutoffs', [set(['circles', 'cutoffs'], ascending)]);
}

/** Changes what the hour means: door to door, in-vehicle, road only, commutable. */
export function setCircleMode(mode: CircleMode): Command {
  return build('set-circle-mode', [set(['circles', 'mode'], mode)]);
}

/** Takes the parameters of the peak or the off-peak. */
export function setTrafficPreset(preset: TrafficPreset): Command {
  return build('set-traffic-preset', [set(['circles', 'preset'], preset)]);
}

/** Changes one parameter of the engine; `null` goes back to the preset. Coalesces while the slider moves. */
export function setCircleParameter(name: string, value: number | readonly number[] | null): Command {
  const path = ['circles', 'parameters', name];
  return build(
    'set-circle-parameter',
    [value === null ? { op: 'delete', path } : { op: 'set', path, value }],
    `circle-parameter:${name}`,
  );
}

/** Takes all parameters back to the preset. */
export function resetCircleParameters(): Command {
  return build('reset-circle-parameters', [set(['circles', 'parameters'], {})]);
}

/** Opens or closes a road link for the circles. */
export function setLinkClosed(circles: CirclesState, linkId: string, closed: boolean): Command {
  const others = circles.closedLinks.filter((id) => id !== linkId);
  return build('set-link-closed', setEach('circles', { closedLinks: closed ? [...others, linkId] : others }));
}

/** Draws one surface for all origins, or one circle each. */
export function setCirclesMerged(merge: boolean): Command {
  return build('set-circles-merged', [set(['circles', 'merge'], merge)]);
}

/** Shows on the map how sure the circle is, or its minutes. */
export function setCertaintyShown(certainty: boolean): Command {
  return build('set-certainty-shown', [set(['circles', 'certainty'], certainty)]);
}

/** Changes with how many draws the circle is tried. */
export function setUncertaintyDraws(draws: number): Command {
  return build('set-uncertainty-draws', [set(['circles', 'draws'], draws)]);
}

/** Changes the range of an assumption; `null` goes back to the usual one. */
export function setAssumptionRange(id: AssumptionId, range: AssumptionBounds | null): Command {
  const path = ['circles', 'ranges', id];
  return build(
    'set-assumption-range',
    [range === null ? { op: 'delete', path } : { op: 'set', path, value: range }],
    `assumption-range:${id}`,
  );
}

/** Takes all ranges back to the usual ones. */
export function resetAssumptionRanges(): Command {
  return build('reset-assumption-ranges', [set(['circles', 'ranges'], {})]);
}

/** Shows on the map what every county reaches, or the circle. */
export function setAccessibilityShown(accessibility: boolean): Command {
  return build('set-accessibility-shown', [set(['circles', 'accessibility'], accessibility)]);
}

/** Chooses what is counted within the cut-off, or whose counties it is. */
export function setAccessibilityQuestion(
  change: Partial<Pick<CirclesState, 'opportunity' | 'accessibilityRegion'>>,
): Command {
  return build('set-accessibility-question', setEach('circles', change));
}

/** Has the figures of what counties reach come with ranges, or without. */
export function setAccessibilityRanges(accessibilityRanges: boolean): Command {
  return build('set-accessibility-ranges', [set(['circles', 'accessibilityRanges'], accessibilityRanges)]);
}

/** Has what a scenario changes in the circle come with ranges, or without. */
export function setChangeRanges(changeRanges: boolean): Command {
  return build('set-change-ranges', [set(['circles', 'changeRanges'], changeRanges)]);
}

/** Lays other definitions of the hour over the circle, as outlines. */
export function setCircleOverlays(overlays: readonly CircleMode[]): Command {
  return build('set-circle-overlays', [set(['circles', 'overlays'], overlays)]);
}
