import type { Command, Operation } from '../command.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { build } from './build-command.ts';

/** Goes to what a link (or the browser's back and forward) shows. Changes only what differs; undo brings the rest back. */
export function openLink(target: ProjectDocument): Command {
  const viewOperations = Object.entries(target.view).map(([key, value]): Operation => ({
    op: 'set',
    path: ['view', key],
    value,
  }));
  return build('open-link', [
    ...viewOperations,
    { op: 'set', path: ['integration'], value: target.integration },
    { op: 'set', path: ['circles'], value: target.circles },
    { op: 'set', path: ['scenarios'], value: target.scenarios },
    { op: 'set', path: ['activeScenario'], value: target.activeScenario },
    { op: 'set', path: ['comparison'], value: target.comparison },
  ]);
}
