import { encodeScenario } from '#state/link/url-scenario.ts';
import { expect, test } from './open-atlas.ts';

// Baselines of key views, kept in tests/browser/pictures. They depend on the fonts and the browser of the machine, so they
// are no part of `npm test` (tests/golden/key-views.test.ts is): npm run test:pictures, before and after a change. After one
// that is meant to be seen: npm run test:pictures -- --update-snapshots, and look at every picture that changed.

const CHENGYU_MID = encodeScenario({
  id: 'chengyu-mid',
  name: '成渝中线通车',
  note: '',
  edits: [{ type: 'open', id: 'chengyu_mid' }],
});

/** Key views by picture; both themes, both languages and every workspace are among them. */
const VIEWS: Readonly<Record<string, string>> = {
  national: '#ws=structure&lang=zh-CN&theme=light',
  'chengyu-en': '#ws=structure&lang=en&theme=light&on=prefectures,metros&map=6.2/30/105',
  'greater-bay-dark':
    '#ws=structure&lang=zh-CN&theme=dark&on=prefectures,metros&map=7.6/22.75/113&sel=region:gba',
  'chengyu-structure': '#ws=structure&lang=zh-CN&theme=light&off=rail&sel=region:chengyu&map=5.6/30/105.5',
  'circle-chengdu': '#ws=circles&lang=zh-CN&theme=light&from=510100&min=60&map=7.6/30.65/104.3',
  'circle-wuhan-dark-en': '#ws=circles&lang=en&theme=dark&from=420100&min=90&map=6.6/30.6/114.3',
  'scores-paper': '#ws=integration&lang=zh-CN&theme=light&set=yangtze5&map=3.9/29.5/112.5',
  'scores-robustness-en': '#ws=integration&lang=en&theme=light&set=all19&page=robustness&map=3.6/33/110',
  'scenario-after': `#ws=scenario&lang=zh-CN&theme=light&from=510100&min=90&off=agglomerations&map=6.8/30.2/105.3&held=after&scenario=${CHENGYU_MID ?? ''}`,
  briefing: '#ws=briefing&lang=en&theme=light&map=3.6/33/110',
};

test('ten key views look as they did', async ({ atlas }) => {
  const { page } = atlas;
  let isFirst = true;
  for (const [name, link] of Object.entries(VIEWS)) {
    await (isFirst ? atlas.open(link) : atlas.visit(link));
    isFirst = false;
    await expect.soft(page).toHaveScreenshot(`${name}.png`, { timeout: 60_000 });
  }
});
