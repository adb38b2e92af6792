// Runs scripts of package.json at the same time: "npm run check" on two cores. What each says is shown in whole when it
// ends; all of them run to the end, and one that fails makes the whole fail.
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('start it through "npm run"');

/** Runs one script, prints what it said, and gives its exit code. */
function run(script) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [npm, 'run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('close', (code, signal) => {
      const text = Buffer.concat(said).toString().trim();
      console.log(
        `${code === 0 ? 'passed' : `FAILED (${code ?? signal})`}: ${script}${text === '' ? '' : `\n${text}`}`,
      );
      done(code ?? 1);
    });
  });
}

const codes = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
