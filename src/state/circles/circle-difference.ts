import { isNumericParameterId, resolveParameters } from '#core/network/travel-parameters.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';

/**
 * What changed between two questions, as edits on the first: parameters (a preset is all of its) and closed links. `null`
 * when the questions differ in more than that, so that no law says how the answers compare.
 */
export function circleDifferenceEdits(
  before: CircleRequest,
  after: CircleRequest,
): readonly ScenarioEdit[] | null {
  const same =
    before.mode === after.mode &&
    before.maxMinutes === after.maxMinutes &&
    JSON.stringify(before.origins) === JSON.stringify(after.origins);
  if (!same) return null;
  const [old, fresh] = [before, after].map((request) =>
    resolveParameters(request.preset ?? 'peak', request.parameters),
  );
  if (!old?.ok || !fresh?.ok) return null;
  if (JSON.stringify(old.value.vintages) !== JSON.stringify(fresh.value.vintages)) return null;
  const parameters = Object.entries(fresh.value).flatMap(([name, value]): ScenarioEdit[] =>
    isNumericParameterId(name) && typeof value === 'number' && value !== old.value[name]
      ? [{ type: 'set-parameter', name, value }]
      : [],
  );
  const [closedBefore, closedAfter] = [before, after].map(
    ({ edits = [] }) => new Set(edits.flatMap((edit) => (edit.type === 'close' ? [edit.id] : []))),
  );
  const closed = [...(closedAfter ?? [])].filter((id) => !closedBefore?.has(id));
  const opened = [...(closedBefore ?? [])].filter((id) => !closedAfter?.has(id));
  return [
    ...parameters,
    ...closed.map((id): ScenarioEdit => ({ type: 'close', id })),
    ...opened.map((id): ScenarioEdit => ({ type: 'open', id })),
  ];
}
