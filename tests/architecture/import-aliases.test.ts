import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

const { imports } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  imports: Record<string, string>;
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(repository, folder), { recursive: true });
  return entries.filter((path) => /\.tsx?$/.test(path)).map((path) => join(folder, path));
}

describe('import aliases', () => {
  it.each(Object.entries(imports))('%s leads to a folder of src', async (alias, target) => {
    expect(target).toBe(`./src/${alias.slice(1)}`);
    expect(await exists(join(repository, target.replace('/*', '')))).toBe(true);
  });

  it('every # import leads to a file', async () => {
    const files = (await Promise.all(['src', 'tests', 'geodata/pipeline'].map(sourceFiles))).flat();
    const dangling: string[] = [];
    let seen = 0;
    for (const file of files) {
      // The planted violations of the sibling test lead nowhere on purpose.
      if (file.startsWith('tests/architecture/')) continue;
      const text = readFileSync(join(repository, file), 'utf8');
      for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*'(#[^']+)'/g)) {
        seen += 1;
        const path = specifier.replace(/^#/, 'src/').replace(/\?.*$/, '');
        if (!(await exists(join(repository, path)))) dangling.push(`${file}: ${specifier}`);
      }
    }
    expect(dangling).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  });
});
