import { describe, expect, it } from 'vitest';
import { unattendedWords } from '#app/unattended/words.ts';
import { dataFile } from '#features/briefing/export/data-export.ts';
import { NO_OWN_SHAPES } from '#features/briefing/export/no-own-shapes.ts';
import type { BriefingWords } from '#features/briefing/export/sheet-words.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import type { ShownTable } from '#state/told/shown-data.ts';
import { fullModel } from '../map/fixture-model.ts';

const READINGS: ShownTable = {
  title: 'Chengdu · Within 60 min',
  columns: [
    { title: 'Door to door', isNumber: false },
    { title: '', isNumber: true },
  ],
  rows: [['Land area', '3,147 km²']],
  remark: 'Modelled',
};

function sheetIn(language: 'zh' | 'en'): MapSheet {
  return {
    title: 'Title',
    note: '',
    model: { ...fullModel, language, closedRoadLinks: new Set(['bridge']) },
    camera: { center: [101, 30], zoom: 6 },
    screen: { width: 800, height: 600 },
    approvalNumber: null,
    dataVersion: null,
    settings: { title: 'Settings', lines: [] },
    sources: { title: 'Sources', lines: [] },
    receipt: '{"format":"chengqun-receipt"}',
    imprint: '',
  };
}

async function exported(language: 'zh' | 'en', format: 'csv' | 'geojson'): Promise<string> {
  const words = await unattendedWords(language === 'en' ? 'en' : 'zh-CN');
  const t: BriefingWords = words.getFixedT(language === 'en' ? 'en' : 'zh-CN', 'briefing');
  const blob = await dataFile(sheetIn(language), format, null, [READINGS], NO_OWN_SHAPES, t);
  if (blob === null) throw new Error('no layer');
  return blob.text();
}

describe('a data file', () => {
  it('carries the figures shown beside the map, with units and how they came about', async () => {
    const csv = await exported('en', 'csv');
    expect(csv).toContain(
      '# Chengdu · Within 60 min\r\n# Door to door,\r\n# Land area,"3,147 km²"\r\n# Modelled',
    );
    const { figures } = JSON.parse(await exported('en', 'geojson')) as { figures: unknown };
    expect(figures).toEqual([{ ...READINGS, columns: ['Door to door', ''] }]);
  });

  it('says what its columns and codes mean, in its language', async () => {
    const chinese = await exported('zh', 'csv');
    expect(chinese).toContain('designSpeedKmh：设计速度（公里/小时）');
    expect(chinese).toMatch(/status：[^\r]*closed = 已关闭/u);
    expect(chinese).toMatch(/rank：[^\r]*hub = 枢纽/u);
    const english = await exported('en', 'csv');
    expect(english).toContain('population: Residents (census 2020; Hong Kong, Macao 2021)');
    expect(english).toMatch(/layer: Layer[^\r]*rail = Railways/u);
  });
});
