import type { Page } from '@playwright/test';
export interface Stop { name: string; link: string; scope?: string | null; open?: (page: Page, l: number) => Promise<void> }
const PLAIN = 'off=rail,roadLinks,agglomerations,provinces,prefectures,labels';
const DIALOG = '[role=dialog]', PANEL = '#atlas-panel';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const panel = async (page: Page, l: number) => { if (!(await page.locator(PANEL).isHidden())) return; const expand = button(page, ['Expand panel', '展开面板'][l]!); if (!(await expand.isVisible())) await page.getByRole('complementary', { name: ['Selection', '所选对象'][l]! }).getByRole('button', { name: ['Close', '关闭'][l]! }).click(); await expand.click(); };
const closePanel = async (page: Page, l: number) => { if (await page.locator(PANEL).isVisible()) await button(page, ['Collapse panel', '收起面板'][l]!).click(); };
const dialog = (name: string, link: string, names: [string | RegExp, string | RegExp], inPanel = false): Stop => ({ name, link, scope: DIALOG, open: async (page, l) => { if (inPanel) await panel(page, l); await button(page, names[l]!).first().click(); await page.getByRole('dialog').first().waitFor(); } });
const tab = (name: string, link: string, names: [string, string]): Stop => ({ name, link, scope: PANEL, open: async (page, l) => { await panel(page, l); await page.locator(PANEL).getByRole('tab', { name: names[l]!, exact: true }).click(); await page.waitForFunction(() => document.querySelector('#atlas-panel [role=progressbar]') === null); } });
export const STRUCTURE = `#ws=structure&${PLAIN}`;
export const REGION = `#ws=structure&sel=region:guanzhong&${PLAIN}`;
export const INTEGRATION = `#ws=integration&set=yangtze5&recipe=paper&${PLAIN}`;
export const CIRCLES = `#ws=circles&from=510100&${PLAIN}`;
export const SCENARIO = `#ws=scenario&${PLAIN}`;
export const BRIEFING = `#ws=briefing&${PLAIN}`;
const withPanel = (name: string, link: string): Stop => ({ name, link, scope: null, open: panel });
const bare = (name: string, link: string): Stop => ({ name, link, scope: null, open: closePanel });
const saveScene = async (page: Page, l: number) => { await panel(page, l); await button(page, ['Save this picture', '保存当前画面'][l]!).click(); };
export const STOPS: Stop[] = [
  bare('structure-map', '#ws=structure'), bare('integration-map', '#ws=integration&set=all19&recipe=paper'), bare('circles-map', '#ws=circles&from=510100'),
  bare('inspector-unit', `#ws=circles&from=510100&sel=unit:510100&${PLAIN}`),
  bare('inspector-region', REGION),
  withPanel('structure', STRUCTURE), withPanel('region', REGION), withPanel('integration', INTEGRATION), withPanel('circles', CIRCLES), withPanel('scenario', SCENARIO), withPanel('briefing', BRIEFING),
  withPanel('both-open', `#ws=circles&from=510100&sel=unit:510100&${PLAIN}`),
  { name: 'layers', link: STRUCTURE, scope: DIALOG, open: async (p, l) => { await button(p, ['Layers', '图层'][l]!).click(); await p.getByRole('dialog').waitFor(); } },
  { name: 'share', link: STRUCTURE, scope: DIALOG, open: async (p, l) => { await button(p, ['Share link', '分享链接'][l]!).click(); await p.getByRole('dialog').waitFor(); } },
  { name: 'theme', link: STRUCTURE, scope: '[role=menu]', open: async (p, l) => { await button(p, ['Appearance', '外观'][l]!).click(); await p.getByRole('menuitemradio').first().waitFor(); } },
  dialog('projects', STRUCTURE, ['Projects', '项目']), dialog('export', STRUCTURE, ['Export the map', '导出地图']), dialog('help', STRUCTURE, ['Help', '帮助']),
  { name: 'keys', link: STRUCTURE, scope: DIALOG, open: async (p) => { await p.keyboard.press('?'); await p.getByRole('dialog').getByRole('tab').nth(1).click(); } },
  { name: 'licences', link: STRUCTURE, scope: DIALOG, open: async (p) => { await p.keyboard.press('?'); await p.getByRole('dialog').getByRole('tab').nth(2).click(); await p.getByText(/^maplibre-gl /).waitFor(); } },
  { name: 'palette', link: STRUCTURE, scope: null, open: async (p) => { await p.keyboard.press('Control+k'); await p.getByRole('searchbox').first().fill('cheng'); await p.getByRole('option').first().waitFor(); } },
  { name: 'palette-actions', link: STRUCTURE, scope: null, open: async (p) => { await p.keyboard.press('Control+k'); await p.getByRole('searchbox').first().fill('>'); await p.getByRole('option').first().waitFor(); } },
  { name: 'palette-none', link: STRUCTURE, scope: null, open: async (p) => { await p.keyboard.press('Control+k'); await p.getByRole('searchbox').first().fill('qzxv'); } },
  { name: 'tour', link: STRUCTURE, scope: null, open: async (p, l) => { await p.keyboard.press('Control+k'); await p.getByRole('searchbox').first().fill(['>Three steps', '>三步'][l]!); await p.keyboard.press('Enter'); await p.getByRole('region', { name: ['Three steps to start', '三步上手'][l]! }).waitFor(); } },
  dialog('profile', REGION, ['One-page profile', '一页概览'], true),
  dialog('figure-table', REGION, [/^Table: /, /^表格：/], true),
  ...([['Cities', '城市'], ['Ranks', ''], ['Centre', ''], ['Ties', ''], ['Industry', ''], ['Plans', '']] as const).map(([e], i): Stop => ({ name: `region-${e}`, link: REGION, scope: PANEL, open: async (p, l) => { await panel(p, l); await p.locator(PANEL).getByRole('radio').nth(i).evaluate((e) => (e as HTMLElement).click()); await p.waitForFunction(() => document.querySelector('#atlas-panel [role=progressbar], #atlas-panel [data-kind=loading]') === null); } })),
  ...['ranking', 'charts', 'classes', 'explain', 'robustness', 'method'].map((e, i): Stop => ({ name: `integration-${e}`, link: INTEGRATION, scope: PANEL, open: async (p, l) => { await panel(p, l); await p.locator(PANEL).getByRole('tab').nth(i).click(); await p.waitForFunction(() => document.querySelector('#atlas-panel [role=progressbar], #atlas-panel [data-kind=loading]') === null); } })),
  ...['circle', 'parameters', 'plans', 'matrix', 'validation', 'data'].map((e, i): Stop => ({ name: `circles-${e}`, link: CIRCLES, scope: PANEL, open: async (p, l) => { await panel(p, l); await p.locator(PANEL).getByRole('tab').nth(i).click(); await p.waitForFunction(() => document.querySelector('#atlas-panel [role=progressbar], #atlas-panel [data-kind=loading]') === null); } })),
  { name: 'map-table', link: INTEGRATION, scope: DIALOG, open: async (p, l) => { await closePanel(p, l); const d = p.locator('[data-legend]'); if (!(await d.evaluate((e) => (e as HTMLDetailsElement).open))) await d.locator('summary').click(); await button(p, ['Table', '表格'][l]!).first().click(); await p.getByRole('dialog').first().waitFor(); } },
  dialog('own-data', INTEGRATION, ['Own data…', '自有数据…'], true), dialog('own-index', INTEGRATION, ['Index…', '自定指数…'], true),
  { name: 'own-regions', link: INTEGRATION, scope: PANEL, open: async (p, l) => { await panel(p, l); await button(p, ['Regions…', '自定区域…'][l]!).click(); await button(p, ['New', '新建区域'][l]!).click(); await p.getByRole('combobox').first().waitFor(); } },
  { name: 'scenario-draw', link: SCENARIO, scope: PANEL, open: async (p, l) => { await panel(p, l); await button(p, ['Draw a line on the map', '在地图上画一条线'][l]!).click(); } },
  { name: 'scenario-hzmb', link: SCENARIO, scope: PANEL, open: async (p, l) => { await panel(p, l); await button(p, [/^Hong Kong–Zhuhai/, /^关闭港珠澳大桥/][l]!).click(); await p.waitForTimeout(3000); } },
  { name: 'scene', link: BRIEFING, scope: null, open: async (p, l) => { await saveScene(p, l); await button(p, [/^Open scene 1/, /^打开场景 1/][l]!).click(); } },
  { name: 'scene-menu', link: BRIEFING, scope: '[role=menu]', open: async (p, l) => { await saveScene(p, l); await button(p, [/^More for/, /的更多操作$/][l]!).click(); await p.getByRole('menuitem').first().waitFor(); } },
  { name: 'talk', link: BRIEFING, scope: '[data-testid=presenter]', open: async (p, l) => { await saveScene(p, l); await button(p, ['Present', '开始演示'][l]!).click(); await p.getByTestId('presenter').waitFor({ state: 'attached' }); } },
];
