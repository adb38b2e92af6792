import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProject, serializeProject } from '#state/document/parse-project.ts';
import { inNewestVersion, PROJECT_VERSIONS, type ProjectStep } from '#state/document/project-versions.ts';

/** Project files as the atlases of each version saved them: `version-1.json` …; never changed again. */
const saved = join(import.meta.dirname, '../../fixtures/projects');

describe('versions of project files', () => {
  it('each have a step to the next and a file of their time', () => {
    const versions = Array.from({ length: PROJECT_VERSIONS.newest }, (_, index) => index + 1);
    expect(readdirSync(saved).toSorted()).toEqual(versions.map((version) => `version-${version}.json`));
    expect([...PROJECT_VERSIONS.steps.keys()].toSorted((a, b) => a - b)).toEqual(versions.slice(0, -1));
  });

  it.each(readdirSync(saved))('%s opens with nothing lost, and is saved in the newest version', (name) => {
    const read = parseProject(readFileSync(join(saved, name), 'utf8'));
    if (!read.ok) throw new Error(read.failure.message);
    const { document, dropped } = read.value;
    expect(dropped).toEqual([]);
    expect(document.scenes.map(({ title }) => title)).toEqual([
      '成渝：两头大、中间小的哑铃',
      '成渝中线高铁开通前后',
    ]);
    expect(document.scenes.map(({ annotations }) => annotations.length)).toEqual([3, 1]);
    expect(document.scenarios[0]?.edits.length).toBeGreaterThan(0);
    expect(document.version).toBe(PROJECT_VERSIONS.newest);
    expect(parseProject(serializeProject(document))).toEqual({ ok: true, value: { document, dropped: [] } });
  });
});

const renamed: ProjectStep = ({ title, ...rest }) => ({ ...rest, name: title });
const inLists: ProjectStep = ({ scene, ...rest }) => ({ ...rest, scenes: [scene] });

describe('a project of an older version', () => {
  const three = { newest: 3, steps: new Map([[1, renamed], [2, inLists]]) }; // prettier-ignore
  const old = { format: 'chengqun-project', version: 1, title: '成渝', scene: 'a' };

  it('goes through every step in order, and the given data stay as they are', () => {
    expect(inNewestVersion(old, three)).toEqual({
      ok: true,
      value: { format: 'chengqun-project', version: 3, name: '成渝', scenes: ['a'] },
    });
    expect(inNewestVersion({ ...old, version: 2, title: undefined }, three)).toMatchObject({
      value: { version: 3, scenes: ['a'] },
    });
    expect(old).toEqual({ format: 'chengqun-project', version: 1, title: '成渝', scene: 'a' });
  });

  it('is refused in words where a step is gone, as one of a newer atlas is', () => {
    const gone = { newest: 3, steps: new Map([[2, inLists]]) };
    expect(inNewestVersion(old, gone)).toMatchObject({ failure: { reason: 'older-version' } });
    expect(inNewestVersion({ ...old, version: 4 }, three)).toMatchObject({
      failure: { reason: 'newer-version', values: { version: 4, readable: 3 } },
    });
  });
});
