import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');
const folders = new Set(files.flatMap(foldersOf));
const known = new Set([...files, ...folders]);
const fileNames = new Set(files.map((file) => path.basename(file)));
const folderNames = new Set([...folders].map((folder) => path.basename(folder)));

/** `a/b/c.ts` lies in `a/b` and `a`. */
function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What people read. `geodata/REPORT.md` is built, and names packages. */
const papers = files
  .filter((file) => file.endsWith('.md') && file !== 'geodata/REPORT.md')
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Named in the papers, and made by use or standing elsewhere. */
const NOT_IN_THE_TREE = [
  'tests/bench/results',
  'geodata/.cache',
  'assets/',
  'sw.js',
  'sha2.js',
  'project.json',
  'index.json',
  's.json',
  'own.json',
];

/** Paths relative to which the papers name files. */
const ROOTS = ['', 'src', 'docs', 'tests', 'public', 'public/data', 'geodata', 'geodata/facts'];

/** A name in code that can be nothing but one of our files or folders: with an ending of ours, or a path of plain words. */
const looksLikeFile = (code: string) =>
  /^[\w./*-]+\.(ts|tsx|mts|md|json|css|html|js|bin|csv|svg|webmanifest)$/.test(code) ||
  /^[a-z][\w.-]*(\/[\w.*-]+)*\/[\w.*-]*$/.test(code);

/** The names that a name with `*` stands for. */
const pattern = (place: string) =>
  new RegExp(`^${place.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^/]*')}$`);

/** Whether a file or folder of this name exists; `*` stands for any word of one step. */
function exists(named: string, paper: string): boolean {
  const plain = named.replace(/\/$/, '');
  if (plain.startsWith('node_modules/')) return true;
  if (!plain.includes('/')) return [...fileNames, ...folderNames].some((name) => pattern(plain).test(name));
  const places = [...ROOTS, path.dirname(paper)].map((root) =>
    path.posix.normalize(path.posix.join(root, plain)),
  );
  if (!plain.includes('*'))
    return places.some((place) => known.has(place)) || files.some((file) => file.endsWith(`/${plain}`));
  return places.some((place) => [...known].some((one) => pattern(place).test(one)));
}

const withoutBlocks = (text: string) => text.replaceAll(/```[\s\S]*?```/g, '');

/** Codes amid the text that name files. */
const filesNamedIn = (text: string) =>
  [...withoutBlocks(text).matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code).filter(looksLikeFile);

/** What follows `npm run -s cli --`, a line of a shell, until the line or the code ends. */
const callsIn = (text: string) =>
  [...text.matchAll(/npm run (?:-s )?cli -- ([^\n`]*)/g)].map(([, call = '']) => call);

describe('the papers', () => {
  it('link to what is there', () => {
    const broken = papers.flatMap(({ file, text }) =>
      [...withoutBlocks(text).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !known.has(path.posix.normalize(path.posix.join(path.dirname(file), target))))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name files and folders that are there', () => {
    const named = papers.flatMap(({ file, text }) => filesNamedIn(text).map((name) => ({ file, name })));
    const missing = named.filter(({ file, name }) => !NOT_IN_THE_TREE.includes(name) && !exists(name, file));
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(80);
    expect(exists('src/state/gone.ts', 'docs/architecture.md')).toBe(false);
  });

  it('name scripts of package.json, and commands and options of the command line', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: object };
    const isScript = (name: string) => Object.hasOwn(scripts, name);
    const unknown = papers.flatMap(({ file, text }) => [
      ...[...text.matchAll(/npm run (?:-s )?([\w:]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !isScript(name))
        .map((name) => `${file}: npm run ${name}`),
      ...callsIn(text).flatMap((call) => {
        const [name = '', ...words] = call.split(' ');
        if (name.startsWith('-') || name === '…') return [];
        const command = COMMANDS.find((one) => one.name === name);
        if (command === undefined) return [`${file}: ${name}`];
        return words
          .filter((word) => word.startsWith('--') && word !== '--json' && word !== '--help')
          .filter((word) => !Object.hasOwn(command.options, word.slice(2)))
          .map((word) => `${file}: ${name} ${word}`);
      }),
    ]);
    expect(unknown).toEqual([]);
    expect(papers.flatMap(({ text }) => callsIn(text)).length).toBeGreaterThan(15);
  });

  it('number the decisions, each once, and those that are named are there', () => {
    const decisions = files
      .filter((file) => file.startsWith('docs/decisions/'))
      .map((file) => path.basename(file));
    const numbers = decisions.map((file) => /^(\d{4})-[a-z\d-]+\.md$/.exec(file)?.[1] ?? file);
    expect(new Set(numbers).size).toBe(numbers.length);
    const untitled = decisions.filter(
      (file) => !readFileSync(`docs/decisions/${file}`, 'utf8').startsWith(`# ${file.slice(0, 4)} · `),
    );
    expect(untitled).toEqual([]);
    const sources = files.filter(
      (file) => /\.(ts|tsx|md)$/.test(file) && file !== 'tests/unit/app/papers.test.ts',
    );
    const named = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/decisions\/(\d{4}[\w-]*\.md)/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !decisions.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});
