import { expect, it } from 'vitest';
import { settingLines } from '#features/briefing/export/setting-lines.ts';
import type { BriefingWords } from '#features/briefing/export/sheet-lines.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { Language } from '#state/document/view-state.ts';
import { unattendedWords } from '#app/unattended/words.ts';
import { bridge, fullModel } from '../map/fixture-model.ts';

/** Settings of a circle with a wait and a detour of its own, and the bridge closed. */
async function circleSettings(language: Language): Promise<readonly string[]> {
  const words = await unattendedWords(language);
  const t: BriefingWords = words.getFixedT(language, 'briefing');
  const circles = {
    ...DEFAULT_DOCUMENT.circles,
    parameters: { waitMinutes: 12, detourFactor: 1.35, ofALaterVersion: 3 },
    closedLinks: [bridge.id],
  };
  const model = { ...fullModel, language: language === 'en' ? ('en' as const) : ('zh' as const) };
  return settingLines({ ...DEFAULT_DOCUMENT, circles }, model, t);
}

it('names parameters and closed links of a circle, with units, in the language of the export', async () => {
  const english = await circleSettings('en');
  expect(english).toContain('Own parameters: Detour factor = 1.35 ×; Wait before boarding = 12 min');
  expect(english).toContain(`Closed links: ${bridge.nameEn}`);
  const chinese = await circleSettings('zh-CN');
  expect(chinese).toContain(`关闭的通道：${bridge.nameZh}`);
  expect(chinese.join('\n')).not.toMatch(/[a-z]Minutes|detourFactor|ofALaterVersion/u);
});
