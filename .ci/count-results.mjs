// Prints "N passed, N failed" from the reports that Vitest and Playwright wrote; a report that is missing
// (its runner never got to the end) or without a single test counts as a failure, never as nothing.
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;

for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    console.log(`${path}: not written, its tests did not run to the end`);
    failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const counts =
    'stats' in report
      ? {
          passed: report.stats.expected + report.stats.flaky,
          failed: report.stats.unexpected + (report.errors?.length ?? 0),
        }
      : {
          passed: report.numPassedTests,
          failed:
            report.numFailedTests +
            (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
        };
  if (counts.passed + counts.failed === 0) {
    console.log(`${path}: no tests in it`);
    counts.failed = 1;
  }
  console.log(`${path}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
