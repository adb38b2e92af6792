import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeck } from '#features/briefing/export/pptx/build-deck.ts';
import { bars, format, hostile, lines, slideWith, table } from './sample-deck.ts';

const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;
const [office, reader] = ['soffice', 'pdftotext'];
const isHere = has(office, '--version') && has(reader, '-v');

if (!isHere) console.warn('SKIPPED: LibreOffice (soffice) or pdftotext is not installed, no deck is opened.');

describe.skipIf(!isHere)('LibreOffice (skipped where it is not installed)', () => {
  let folder = '';
  let pages: readonly string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deck-'));
    const slides = [slideWith({}), slideWith({ figures: [bars, lines] }), slideWith({ figures: [table] })];
    writeFileSync(join(folder, 'deck.pptx'), await buildDeck(slides, format));
    execFileSync(
      office,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'deck.pptx'),
      ],
      { stdio: 'ignore' },
    );
    const text = execFileSync(reader, ['-layout', join(folder, 'deck.pdf'), '-'], { encoding: 'utf8' });
    pages = text.split('\f').slice(0, -1);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens the deck: a page a slide, with its title and draft mark', () => {
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      expect(page).toContain('一体化得分与一小时圈');
      expect(page).toContain('内部草图');
    }
  });

  it('draws charts with their figures, no zero for the missing one', () => {
    expect(pages[1]).toContain('71.31');
    expect(pages[1]).toContain('60.20');
    expect(pages[1]?.match(/\b0\.00/g)).toHaveLength(1);
    expect(pages[1]).toContain('滇中');
  });

  it('draws tables with the words as they are', () => {
    expect(pages[2]).toContain('2,094');
    expect(pages[2]?.replace(/\s+/g, '')).toContain(hostile.replace(/\s+/g, ''));
  });
});
