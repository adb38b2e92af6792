import { describe, expect, it } from 'vitest';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { modelUnderFurniture } from '#map/export/sheet-furniture.ts';
import { sheetSvg } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';
import type { MapModel } from '#map/layers/map-model.ts';
import { fullModel } from '../map/fixture-model.ts';

const sheet: MapSheet = {
  title: '甲乙 <城市群> & 都市圈',
  note: '一句话',
  model: fullModel,
  camera: { center: [101, 30], zoom: 7.5 },
  screen: { width: 1000, height: 700 },
  approvalNumber: null,
  dataVersion: 'abc',
  settings: { title: '方法与设置', lines: ['一体化得分：论文'] },
  sources: { title: '数据来源与年份', lines: ['界线：普查；2020'] },
  imprint: '城群图 · 2026-01-01',
  receipt: '{"format":"chengqun-receipt","link":"a=1&b=<2>"}',
};

const draw = (changes: Partial<MapSheet> = {}): string => {
  const whole = { ...sheet, ...changes };
  return sheetSvg(whole, {
    kind: 'vector',
    map: vectorMap(whole.model, whole.camera, { width: 1000, height: 700 }, null),
  });
};

describe('sheetSvg', () => {
  it('puts no name under the north arrow, the scale bar or the inset', () => {
    const frame = { width: 1000, height: 700 };
    const fitted = { size: frame, camera: sheet.camera, scale: 1 };
    const [east, north] = [102.8, 31.07];
    const place = { adcode: '1', nameZh: '角上', nameEn: 'Corner', rank: 'city', population: 9e6 } as const;
    const model: MapModel = { ...fullModel, circle: null, places: [{ ...place, at: [east, north] }] };
    const named = (drawn: MapModel) =>
      sheetSvg(
        { ...sheet, model: drawn },
        { kind: 'vector', map: vectorMap(drawn, sheet.camera, frame, null) },
      ).includes('>角上<');
    expect(named(model)).toBe(true);
    expect(named(modelUnderFurniture(model, frame, fitted))).toBe(false);
  });

  it('carries all that a map leaving the atlas has to carry, names escaped', () => {
    const svg = draw();
    expect(svg).toContain('<title>甲乙 &lt;城市群&gt; &amp; 都市圈</title>');
    expect(svg).not.toContain('<城市群>');
    for (const id of ['map', 'title', 'legend', 'sources', 'settings', 'north-arrow', 'scale-bar', 'credits'])
      expect(svg).toContain(`<g id="${id}"`);
    expect(svg).toContain('界线：普查；2020');
    expect(svg).toContain('一体化得分：论文');
    expect(svg).toContain('WGS-84 坐标系，Web 墨卡托投影');
    expect(svg).toContain('数据版本 abc');
    expect(svg).toContain('模型估算');
    const receipt = /<metadata>(.*?)<\/metadata>/.exec(svg)?.[1] ?? '';
    expect(
      JSON.parse(
        receipt
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ),
    ).toEqual({
      format: 'chengqun-receipt',
      link: 'a=1&b=<2>',
    });
  });

  it('marks a map without an approval number as internal draft, and states a granted one', () => {
    expect(draw()).toContain('内部草图');
    const approved = draw({ approvalNumber: 'GS(2026)0001号' });
    expect(approved).not.toContain('内部草图');
    expect(approved).toContain('审图号：GS(2026)0001号');
  });

  it('puts the South China Sea into an inset on national maps only', () => {
    expect(draw()).not.toContain('south-china-sea-inset');
    expect(draw({ camera: { center: [104, 36], zoom: 3.6 } })).toContain('<g id="south-china-sea-inset"');
  });

  it('says the note of a key once, and sets English in Latin faces first', () => {
    const note = fullModel.choropleth?.note ?? '';
    const svg = draw({ sources: { title: '来源', lines: [note, '界线：普查；2020'] } });
    expect(svg.split(note)).toHaveLength(2);
    expect(svg).toContain('界线：普查；2020');
    expect(svg).toContain('font-family="Inter, &#x27;PingFang SC&#x27;');
    const english = draw({ model: { ...fullModel, language: 'en' } });
    expect(english).toMatch(/font-family="Inter, &#x27;Helvetica Neue&#x27;, Arial,[^"]*PingFang SC/);
  });

  it('keeps a title of any length on the sheet', () => {
    const title = '粤港澳大湾区'.repeat(20);
    const lines = [
      ...draw({ title }).matchAll(
        /<text x="28" y="[\d.]+" font-size="([\d.]+)" font-weight="600"[^>]*>([^<]*)</g,
      ),
    ];
    expect(lines.map(([, , words]) => words).join('')).toBe(title);
    for (const [, fontSize, words = ''] of lines) expect(words.length * Number(fontSize)).toBeLessThan(1560);
  });

  it('keeps a long column on the sheet', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `第 ${i} 条来源，名字很长很长很长很长很长很长很长很长很长`,
    );
    const svg = draw({ sources: { title: '数据来源与年份', lines } });
    const scale = Number(/<g id="legend" transform="translate\([^)]*\) scale\(([\d.]+)\)"/.exec(svg)?.[1]);
    expect(scale).toBeLessThan(1);
    expect(scale).toBeGreaterThan(0.4);
  });
});
