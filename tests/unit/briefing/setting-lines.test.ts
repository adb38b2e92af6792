import { expect, it } from 'vitest';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { settingLines } from '#features/briefing/export/setting-lines.ts';
import type { BriefingWords } from '#features/briefing/export/sheet-lines.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { Language } from '#state/document/view-state.ts';
import { unattendedWords } from '#app/unattended/words.ts';
import { bridge, fullModel } from '../map/fixture-model.ts';

/** Settings of a circle with a wait and a detour of its own, and the bridge closed. */
async function circleSettings(language: Language, added = NO_ADDED_DATA): Promise<readonly string[]> {
  const words = await unattendedWords(language);
  const t: BriefingWords = words.getFixedT(language, 'briefing');
  const circles = {
    ...DEFAULT_DOCUMENT.circles,
    parameters: { waitMinutes: 12, detourFactor: 1.35, ofALaterVersion: 3 },
    closedLinks: [bridge.id],
  };
  const model = { ...fullModel, language: language === 'en' ? ('en' as const) : ('zh' as const) };
  return settingLines({ ...DEFAULT_DOCUMENT, circles }, model, { added, missing: [] }, t);
}

it('names parameters and closed links of a circle, with units, in the language of the export', async () => {
  const english = await circleSettings('en');
  expect(english).toContain('Own parameters: Detour factor = 1.35 ×; Wait before boarding = 12 min');
  expect(english).toContain(`Closed links: ${bridge.nameEn}`);
  const chinese = await circleSettings('zh-CN');
  expect(chinese).toContain(`关闭的通道：${bridge.nameZh}`);
  expect(chinese.join('\n')).not.toMatch(/[a-z]Minutes|detourFactor|ofALaterVersion/u);
});

/** Settings of a circle with two ranges of its own. */
async function linesOf(change: Partial<CirclesState>): Promise<string> {
  const circles = {
    ...DEFAULT_DOCUMENT.circles,
    ranges: { waitMinutes: [4, 18], roadSpeed: [0.9, 1.1] },
    ...change,
  } as const;
  const t: BriefingWords = (await unattendedWords('en')).getFixedT('en', 'briefing');
  const model = { ...fullModel, language: 'en' as const };
  const own = { added: NO_ADDED_DATA, missing: [] };
  return settingLines({ ...DEFAULT_DOCUMENT, circles }, model, own, t).join('\n');
}

it('names ranges of assumptions that were changed, where ranges go with the figures', async () => {
  expect(await linesOf({})).not.toContain('ranges');
  for (const wanted of ['certainty', 'changeRanges', 'accessibilityRanges'])
    expect(await linesOf({ [wanted]: true })).toContain(
      'Own ranges of assumptions: Road speed 0.9–1.1 ×; Wait 4–18 min',
    );
});

it('names own timetables and population that a circle rests on', async () => {
  const none = new Uint16Array();
  const minutes = new Float32Array();
  const rail = {
    name: 'Fast Rail · fast.zip',
    vintage: '2026-03-02',
    stations: [],
    from: none,
    to: none,
    fastestMinutes: minutes,
    medianMinutes: minutes,
    trainsPerDay: none,
  };
  const people = { name: 'people.tif', row0: 0, column0: 0, rows: 0, columns: 0, people: minutes };
  const sources = [{ source: rail, ride: 'fastest' as const }];
  expect(await circleSettings('en', { rail: { sources, replacesEmbedded: false }, people })).toEqual(
    expect.arrayContaining([
      'Rides: embedded timetable and Fast Rail · fast.zip · 2026-03-02',
      'People: people.tif (own raster, not the census)',
    ]),
  );
  expect(
    await circleSettings('zh-CN', { rail: { sources, replacesEmbedded: true }, people: null }),
  ).toContain('乘车时间：仅 Fast Rail · fast.zip · 2026-03-02，未用内置时刻表');
  expect((await circleSettings('en')).join('\n')).not.toContain('Rides:');
});
