import { expect, it } from 'vitest';
import { openActions } from '../../../src/app/actions/project-actions.ts';
import type { Words } from '../../../src/app/actions/action.ts';

/** Words that are their own keys, with what is put into them. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Words;

const kept = (id: string, name: string) => ({ id, name, savedAtMs: 0, revision: 1 });

it('the palette opens the other projects that have a name', () => {
  const projects = [kept('a', '成渝研究'), kept('b', ''), kept('c', '长三角'), kept('d', '成渝研究')];
  const opened: string[] = [];
  const actions = openActions(t, { projects, openId: 'c', open: (id) => opened.push(id) });
  expect(actions.map(({ id, label, name }) => [id, label, name])).toEqual([
    ['open-project-a', 'projects.openNamed 成渝研究', '成渝研究'],
    ['open-project-d', 'projects.openNamed 成渝研究', '成渝研究'],
  ]);
  actions[1]?.run();
  expect(opened).toEqual(['d']);
});
