import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Names that the sources import from Mantine's core as values. */
function usedComponents(): ReadonlySet<string> {
  const names = ['src/app', 'src/ui', 'src/features', 'src/map'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(path.join(folder, file), 'utf8');
        return [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, list = '']) =>
          list.split(',').map((name) => name.trim()),
        );
      }),
  );
  return new Set(names.filter((name) => /^[A-Z]/.test(name)));
}

const sheets = new Set(
  [...readFileSync('src/app/theme/mantine-styles.ts', 'utf8').matchAll(/styles\/([A-Za-z-]+)\.css/g)].map(
    ([, name = '']) => name,
  ),
);

describe('styles of Mantine', () => {
  it('hold the sheet of every component in use', () => {
    const used = usedComponents();
    expect(used.has('Button')).toBe(true);
    const missing = [...used].filter(
      (name) => existsSync(`node_modules/@mantine/core/styles/${name}.css`) && !sheets.has(name),
    );
    expect(missing).toEqual([]);
  });
});
