import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { BoundsFailureReason, OwnBounds } from './assumption.ts';
import { checkBounds } from './assumption.ts';
import { MOST_UNCERTAINTY_DRAWS } from './draws.ts';

/** Why a run is refused before anything is computed. */
export type DrawsFailureReason = BoundsFailureReason | 'draws-out-of-range';

/** Checks the number of draws and every range of one's own. */
export function checkDraws(draws: number, bounds: OwnBounds = {}): Result<null, DrawsFailureReason> {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_UNCERTAINTY_DRAWS) {
    return fail({
      reason: 'draws-out-of-range',
      message: `${draws} draws cannot be made.`,
      nextStep: `Give a whole number from 1 to ${MOST_UNCERTAINTY_DRAWS}.`,
      values: { draws: String(draws), max: MOST_UNCERTAINTY_DRAWS },
    });
  }
  for (const [id, range] of Object.entries(bounds)) {
    const checked = checkBounds(id, range);
    if (!checked.ok) return checked;
  }
  return succeed(null);
}
