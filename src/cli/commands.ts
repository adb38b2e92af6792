import type { Command } from './command.ts';
import { accessibilityCommand } from './commands/accessibility.ts';
import { circleCommand } from './commands/circle.ts';
import { indexCommand } from './commands/composite-index.ts';
import { industryCommand } from './commands/industry.ts';
import { listCommand } from './commands/list.ts';
import { marginalCommand } from './commands/marginal.ts';
import { matrixCommand } from './commands/matrix.ts';
import { planVsHourCommand } from './commands/plan-vs-hour.ts';
import { profileCommand } from './commands/profile.ts';
import { renderCommand } from './commands/render.ts';
import { reproduceCommand } from './commands/reproduce.ts';
import { robustnessCommand } from './commands/robustness.ts';
import { scenarioCommand } from './commands/scenario.ts';
import { scoreCommand } from './commands/score.ts';
import { structureCommand } from './commands/structure.ts';
import { timesCommand } from './commands/times.ts';

/** All commands in the order of the help. */
export const COMMANDS: readonly Command[] = [
  listCommand,
  scoreCommand,
  robustnessCommand,
  indexCommand,
  structureCommand,
  industryCommand,
  profileCommand,
  circleCommand,
  accessibilityCommand,
  timesCommand,
  matrixCommand,
  planVsHourCommand,
  scenarioCommand,
  marginalCommand,
  reproduceCommand,
  renderCommand,
];
