import { fileURLToPath } from 'node:url';
import { openAtlasFiles } from './atlas-files.ts';
import { COMMANDS } from './commands.ts';
import { runCommandLine } from './run.ts';

const dataFolder = fileURLToPath(new URL('../../public/data/', import.meta.url));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, openAtlasFiles(dataFolder), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  // A bug. People get a sentence; ATLAS_DEBUG=1 shows where it is.
  const detail = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(
    process.env['ATLAS_DEBUG'] === '1'
      ? `${detail.stack ?? detail.message}\n`
      : `The program failed: ${detail.message}. Please report this with the command you gave.\n`,
  );
  process.exitCode = 1;
}
