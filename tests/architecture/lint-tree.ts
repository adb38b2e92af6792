import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** One complaint of the linter: the file (as planted), the rule and the message. */
export interface Complaint {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code?: string;
    readonly help?: string;
    readonly filename: string;
  }[];
}

/**
 * Writes `files` (path → text) to a temporary folder that has this repository's own lint, type and import settings,
 * lints the folder once, with further `flags` of the linter, and returns the complaints.
 */
export function lintTree(
  files: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Complaint[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'atlas-architecture-')));
  try {
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) {
      cpSync(join(repository, name), join(folder, name));
    }
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const run = spawnSync(
      process.execPath,
      [join(repository, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', ...flags, 'src'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (!run.stdout.trimStart().startsWith('{'))
      throw new Error(`oxlint did not run: ${run.stdout}${run.stderr}`);
    const report = JSON.parse(run.stdout) as OxlintReport;
    return report.diagnostics.map(({ filename, code, message, help }) => ({
      file: relative(folder, resolve(folder, filename)),
      rule: code ?? '',
      message: `${message} ${help ?? ''}`,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
