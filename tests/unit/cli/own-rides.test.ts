import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zipFeed } from '../../fixtures/gtfs-feed.ts';
import { callCommandLine } from './call-command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-rides-'));
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

describe('circle with rides of one’s own', () => {
  it('names the table and reaches what it adds', async () => {
    const pairs = put(
      'my-pairs.csv',
      'from,to,minutes,trains,vintage,to_lng,to_lat\n成都东,测试站,9,20,2026,107,33\n',
    );
    const answer = await callCommandLine('circle', '--origin', '成都', '--pairs', pairs, '--json');
    expect(answer.code).toBe(0);
    const report = JSON.parse(answer.out) as {
      stations: { name: string }[];
      railSources: unknown[];
    };
    expect(report.railSources).toEqual([
      { name: 'my-pairs.csv', vintage: '2026', stations: 2, pairs: 1, problems: 0 },
    ]);
    expect(report.stations.map(({ name }) => name)).toContain('测试');
  });

  it('refuses a broken feed, a day without service and a missing file with code 2 and a sentence', async () => {
    const feed = put('feed.zip', zipFeed());
    for (const [words, message] of [
      [['--gtfs', put('broken.zip', zipFeed().slice(0, 200))], 'not a zip archive'],
      [['--gtfs', feed, '--service-day', '2031-01-01'], 'No trip of the feed runs on 2031-01-01'],
      [['--gtfs', feed, '--service-day', 'Monday'], 'is not a day'],
      [['--service-day', '2026-03-04'], 'needs a feed'],
      [['--pairs', join(folder, 'nowhere.csv')], 'cannot be read'],
    ] as const) {
      const answer = await callCommandLine('circle', '--origin', '成都', ...words);
      expect(answer.code).toBe(2);
      expect(answer.err).toContain(message);
    }
  });
});
