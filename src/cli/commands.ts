import type { Command } from './command.ts';
import { circleCommand } from './commands/circle.ts';
import { indexCommand } from './commands/composite-index.ts';
import { listCommand } from './commands/list.ts';
import { marginalCommand } from './commands/marginal.ts';
import { matrixCommand } from './commands/matrix.ts';
import { planVsHourCommand } from './commands/plan-vs-hour.ts';
import { robustnessCommand } from './commands/robustness.ts';
import { scenarioCommand } from './commands/scenario.ts';
import { scoreCommand } from './commands/score.ts';
import { timesCommand } from './commands/times.ts';

/** All commands in the order of the help. */
export const COMMANDS: readonly Command[] = [
  listCommand,
  scoreCommand,
  robustnessCommand,
  indexCommand,
  circleCommand,
  timesCommand,
  matrixCommand,
  planVsHourCommand,
  scenarioCommand,
  marginalCommand,
];
