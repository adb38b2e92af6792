import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Classes that have two rules of their own in a sheet, outside of media queries. */
function ruledTwice(sheet: string): readonly string[] {
  const plain = sheet
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const names = [...plain.matchAll(/(?:^|\})\s*\.([\w-]+)\s*\{/g)].map(([, name = '']) => name);
  return names.filter((name, place) => names.indexOf(name) !== place);
}

it('a class has one rule in its sheet: a second meaning of a name would change the look of the first', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.module.css'),
  );
  expect(sheets.length).toBeGreaterThan(20);
  expect(
    sheets.flatMap((file) =>
      ruledTwice(readFileSync(path.join('src', file), 'utf8')).map((name) => `${file}: .${name}`),
    ),
  ).toEqual([]);
  expect(ruledTwice('.a {}\n.b,\n.a {}\n@media print {\n  .a {}\n}\n.a { color: red }')).toEqual(['a']);
});
