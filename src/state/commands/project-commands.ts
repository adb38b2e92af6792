import type { Command } from '../command.ts';
import { build, set } from './build-command.ts';

/** Names the project. Coalesces while typing. */
export function renameProject(name: string): Command {
  return build('rename-project', [set(['name'], name)], 'project-name');
}

/** Sets the map approval number 审图号 that exports carry. Coalesces while typing. */
export function setMapApprovalNumber(value: string): Command {
  return build('set-map-approval-number', [set(['mapApprovalNumber'], value)], 'map-approval-number');
}
