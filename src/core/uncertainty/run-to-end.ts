import { type Result, succeed } from '../units/result.ts';

/** Takes all steps of a run at once, where nobody waits between them. */
export function runToEnd<Answer, Reason extends string>(
  run: Result<{ readonly steps: number; step(): void; result(): Answer }, Reason>,
): Result<Answer, Reason> {
  if (!run.ok) return run;
  for (let step = 0; step < run.value.steps; step++) run.value.step();
  return succeed(run.value.result());
}
