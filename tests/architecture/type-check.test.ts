import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lintTree } from './lint-tree.ts';

// The linter checks the types on its way (`npm run check:lint`); this holds that it does, and by our own settings.

it('a wrong type, an unused local and an unchecked index are errors of the check', () => {
  const planted = {
    'src/app/wrong.ts': "export const wrong: number = 'text';\n",
    'src/app/unused.ts': 'const unused = 1;\nexport {};\n',
    'src/app/unchecked.ts': 'const few: readonly number[] = [];\nexport const first: number = few[0];\n',
    'src/app/right.ts': "export const right: string = 'text';\n",
  };
  const rules = lintTree(planted, ['--type-check'])
    .filter(({ rule }) => rule.startsWith('typescript(TS'))
    .map(({ file, rule }) => `${file} ${rule}`);
  expect(rules.toSorted()).toEqual([
    'src/app/unchecked.ts typescript(TS2322)',
    'src/app/unused.ts typescript(TS6133)',
    'src/app/wrong.ts typescript(TS2322)',
  ]);
});

it('the check asks for it', () => {
  const { scripts } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { scripts: Record<string, string> };
  expect(scripts['check']).toContain('check:lint');
  expect(scripts['check:lint']).toContain('--type-check');
});
