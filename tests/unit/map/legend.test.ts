import { describe, expect, it } from 'vitest';
import { mixHex } from '#map/layers/hex-colours.ts';
import { agglomerationTint, maturityDashes, regionLineWidths } from '#map/layers/region-layers.ts';
import { flowWidth } from '#map/layers/point-specs.ts';
import { symbolOpacity } from '#map/layers/structure-layers.ts';
import { contourAreas } from '#map/layers/circle-layers.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { legendOfModel } from '#map/legend/legend-of-model.ts';
import { matrixHeight } from '#map/legend/legend-matrix.tsx';
import type { LegendSpec } from '#map/legend/legend-spec.ts';
import { emptyStructure, fullModel } from './fixture-model.ts';

function legend(id: string, overrides: Partial<MapModel> = {}): LegendSpec | undefined {
  return legendOfModel({ ...fullModel, ...overrides }).find((spec) => spec.id === id);
}

function ids(spec: LegendSpec | undefined): readonly string[] {
  return spec?.items.map(({ id }) => id) ?? [];
}

function labels(spec: LegendSpec | undefined): ReadonlyMap<string, string> {
  return new Map(spec?.items.map(({ id, label }) => [id, label]) ?? []);
}

function groundOf(overrides: Partial<MapModel>): string | undefined {
  const swatch = legend('regions', overrides)?.items[0]?.swatch;
  return swatch?.kind === 'line' ? swatch.ground : 'no line';
}

describe('legendOfModel', () => {
  it('explains the choropleth: highest class first, no data as a hatch at the end, unit, source, provenance', () => {
    const spec = legend('choropleth');
    expect(spec).toMatchObject({ title: '试验', unit: '元', note: '年鉴，2020', provenance: 'observed' });
    expect(spec?.items.map(({ label }) => label)).toEqual(['10 – 1,235', '0 – 10', '无数据']);
    expect(spec?.items.at(-1)?.swatch.kind).toBe('hatch');
  });

  it('shows agglomerations as outlined areas in the tint of the map, as lines where values colour it', () => {
    const { chinaLand, maturity } = themeTokens('light');
    expect(groundOf({ choropleth: null, circle: null })).toBe(
      mixHex(chinaLand, maturity.mature, agglomerationTint),
    );
    expect(groundOf({})).toBeUndefined();
  });

  it('fills the key to circles as the circles are filled', () => {
    const structure = {
      ...emptyStructure,
      symbols: [{ adcode: '110100', at: [100.1, 30.9], value: 4, tone: 'size' }],
      symbolKeys: [{ value: 4, label: '4' }],
    } as const;
    const { chinaLand, ink } = themeTokens('light');
    expect(legend('structure-symbols', { structure })?.items[0]?.swatch).toMatchObject({
      kind: 'point',
      fill: mixHex(chinaLand, ink, symbolOpacity),
    });
  });

  it('explains how sure a circle is in place of its minutes, the surest first, in the colours of the map', () => {
    const { circle } = fullModel;
    if (circle === null) throw new Error('The model has no circle');
    const area = circle.contours[0]?.area ?? { type: 'MultiPolygon' as const, coordinates: [] };
    const certainty = [95, 50, 5].map((percent) => ({ percent, area }));
    const drawn = { ...circle, surface: null, certainty };
    const spec = legend('certainty', { circle: drawn });
    expect(spec).toMatchObject({ title: `${circle.emphasisMinutes} 分钟内的把握`, provenance: 'modelled' });
    expect(spec?.items.slice(0, 3).map(({ label }) => label)).toEqual([
      '不少于 95% 的抽样在内',
      '不少于 50% 的抽样在内',
      '不少于 5% 的抽样在内',
    ]);
    expect(legend('circle', { circle: drawn })).toBeUndefined();
    // Painted over each other on the land, outermost first, the areas come out as the key says.
    const { features } = contourAreas(drawn, 'light');
    const filled = features.filter(({ properties }) => properties?.['colour'] !== undefined);
    let seen: string = themeTokens('light').chinaLand;
    const outcome = filled.map(({ properties }) => {
      seen = mixHex(seen, String(properties?.['colour']), Number(properties?.['opacity']));
      return [properties?.['percent'], seen];
    });
    expect(outcome.toReversed()).toEqual(
      spec?.items
        .slice(0, 3)
        .map(({ id, swatch }) => [
          Number(id.replace('certain-', '')),
          swatch.kind === 'fill' ? swatch.colour : null,
        ]),
    );
    // Of the minutes only the line of the cut-off read out is left.
    const lines = features.filter(({ properties }) => properties?.['minutes'] !== undefined);
    expect(lines.every(({ properties }) => properties?.['minutes'] === circle.emphasisMinutes)).toBe(true);
  });

  it('writes big numbers in 万 or K', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const big = { ...choropleth, limits: [0, 50_000, 2_500_000] };
    expect(legend('choropleth', { choropleth: big })?.items[0]?.label).toBe('5 万 – 250 万');
    expect(legend('choropleth', { choropleth: big, language: 'en' })?.items[0]?.label).toBe('50 K – 2.5 M');
  });

  it('writes no more decimals than the largest limit can use, but as many as tell limits apart', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const labels = (limits: readonly number[]) =>
      legend('choropleth', { choropleth: { ...choropleth, limits, decimals: 2 } })
        ?.items.slice(0, 2)
        .map(({ label }) => label);
    expect(labels([46.16, 2702, 38_701])).toEqual(['2,702 – 38,701', '46 – 2,702']);
    expect(labels([46.16, 92.08, 253.5])).toEqual(['92.1 – 253.5', '46.2 – 92.1']);
    expect(labels([3.01, 7.72, 24.22])).toEqual(['7.72 – 24.22', '3.01 – 7.72']);
    expect(labels([1000.2, 1000.6, 1000.9])).toEqual(['1,000.6 – 1,000.9', '1,000.2 – 1,000.6']);
    // Four figures before 万 have a separator like all others.
    expect(labels([2333, 498_700, 23_830_000])).toEqual(['49.9 万 – 2,383 万', '2,333 – 49.9 万']);
  });

  it('says how strong a tie of some width is beside the strongest, as wide and as pale as on the map', () => {
    const spec = legend('flows', { flows: [{ id: 'a-b', from: [100, 30], to: [101, 30], weight: 1 }] });
    expect(spec).toMatchObject({ unit: '最强一对为 100%', provenance: 'modelled' });
    expect(spec?.items.map(({ label }) => label)).toEqual(['100%', '25%', '6%']);
    const widths = spec?.items.map(({ swatch }) => (swatch.kind === 'line' ? swatch.widthPixels : 0)) ?? [];
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(flowWidth(0.25));
    expect((widths[2] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(flowWidth(0.06));
  });

  it('shows mean centres as the dots they are, not the line between them that they may cover', () => {
    const structure = {
      ...emptyStructure,
      lineLabels: { 'ellipse-now': '椭圆', shift: '重心移动' },
      centres: [
        { at: [100.9, 30], role: 'before', label: '重心 2010' },
        { at: [101, 30], role: 'now', label: '重心 2020' },
      ],
    } as const;
    const { flow, paper } = themeTokens('light');
    expect(legend('structure-lines', { structure })?.items).toMatchObject([
      { label: '椭圆', swatch: { kind: 'line' } },
      { label: '重心 2010', swatch: { kind: 'point', fill: paper, outline: flow } },
      { label: '重心 2020', swatch: { kind: 'point', fill: flow, outline: flow } },
    ]);
  });

  it('writes losses with a minus sign, not a hyphen', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const nothing = { ...choropleth, limits: [-1e-16, -1e-16, 1], decimals: 2 };
    expect(legend('choropleth', { choropleth: nothing })?.items.map(({ label }) => label)).toEqual([
      '0.00 – 1.00',
      '0.00',
      '无数据',
    ]);
    const change = { ...choropleth, limits: [-2, -1, 0], decimals: 1 };
    expect(legend('choropleth', { choropleth: change })?.items.map(({ label }) => label)).toContain(
      '−2.0 – −1.0',
    );
    const gains = { ...choropleth, limits: [-1, 0, 2], decimals: 1, isSigned: true };
    expect(legend('choropleth', { choropleth: gains })?.items.map(({ label }) => label)).toEqual([
      '0.0 – +2.0',
      '−1.0 – 0.0',
      '无数据',
    ]);
  });

  it('has room for the whole name of an axis, and no square where nothing has both measures', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const crossed = (columnName: string, colours: readonly string[]) =>
      legend('choropleth', {
        choropleth: {
          ...choropleth,
          colours,
          limits: [0, 1, 2],
          cross: {
            columnName,
            rowName: 'Wage',
            columns: 2,
            rows: 2,
            limits: [0, 1, 2],
            unit: '',
            decimals: 0,
          },
        },
      })?.matrix ?? null;
    const colours = ['#111111', '#222222', '#333333', '#444444'];
    const short = crossed('Beds', colours);
    const long = crossed('Urban share of resident population (%)', colours);
    if (short === null || long === null) throw new Error('two measures have a square');
    expect(matrixHeight(long)).toBeGreaterThan(matrixHeight(short));
    // A Chinese name has no spaces to break at.
    const chinese = crossed('规模以上工业企业研究与试验发展经费内部支出占主营业务收入的比重（%）', colours);
    expect(chinese === null ? 0 : matrixHeight(chinese)).toBeGreaterThan(matrixHeight(short));
    expect(crossed('Beds', [])).toBeNull();
  });

  it('has no hatch when nothing is missing', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    expect(
      ids(legend('choropleth', { choropleth: { ...choropleth, classes: new Map([['110100', 0]]) } })),
    ).toEqual(['class-1', 'class-0']);
  });

  it('refuses classes without limits', () => {
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    expect(() => legend('choropleth', { choropleth: { ...choropleth, limits: [0, 1] } })).toThrow(
      'no limits',
    );
  });

  it('names only the maturities and kinds that are drawn, in the map’s own strokes', () => {
    const spec = legend('regions');
    expect(ids(spec)).toEqual(['mature', 'metro']);
    expect(spec?.items[0]?.swatch).toEqual({
      kind: 'line',
      colour: themeTokens('light').maturity.mature,
      widthPixels: regionLineWidths.agglomeration,
      dash: maturityDashes.mature,
    });
    expect(spec?.title).toBe('城市群与都市圈');
    const metros = legend('regions', { visible: { ...fullModel.visible, agglomerations: false } });
    expect(ids(metros)).toEqual(['metro']);
    expect(metros?.title).toBe('都市圈');
    const alone = legend('regions', { visible: { ...fullModel.visible, metros: false } });
    expect(alone?.title).toBe('城市群');
  });

  it('names only the rail classes that are drawn, and dashes the future', () => {
    expect(ids(legend('rail'))).toEqual(['rail-350', 'rail-unknown', 'rail-future']);
    const { rail } = fullModel;
    if (!rail) throw new Error('the fixture has rail');
    const past = legend('rail', { rail: { ...rail, showUnderConstruction: false, year: 2016 } });
    expect(ids(past)).toEqual(['rail-350']);
    expect(past?.note).toContain('2016');
    expect(legend('rail', { rail: { ...rail, showUnderConstruction: false, year: 2010 } })).toBeUndefined();
  });

  it('calls the circle modelled, whatever it is drawn with', () => {
    expect(legend('circle')).toMatchObject({ provenance: 'modelled', scale: null });
    expect(ids(legend('circle'))).toEqual(['within-30', 'within-60', 'emphasis', 'origin']);
    const { circle } = fullModel;
    if (!circle) throw new Error('the fixture has one');
    // Circles side by side, and before beside after: each cut-off is one band.
    const twice = { ...circle, contours: [...circle.contours, ...circle.contours] };
    expect(legend('circle', { circle: twice })).toEqual(legend('circle'));
    const grid = {
      west: 100,
      north: 31,
      cellDegrees: 1,
      columns: 1,
      rows: 1,
      minutes: Float32Array.from([5]),
    };
    const image = legend('circle', { circle: { ...circle, surface: grid } });
    expect(image?.scale?.ticks.map(({ label }) => label)).toEqual(['0', '30', '60']);
    const change = legend('difference', { circle: { ...circle, difference: { grid, limitMinutes: 15 } } });
    expect(change?.scale?.ticks[0]?.label).toBe('≤ −15 更快');
    expect(change?.provenance).toBe('modelled');
  });

  it('tells the line of the minutes chosen from the bands, and after from before', () => {
    expect(labels(legend('circle')).get('within-60')).toBe('60 分钟内');
    expect(labels(legend('circle')).get('emphasis')).toBe('60 分钟线（所选时限）');
    const { circle } = fullModel;
    if (!circle) throw new Error('the fixture has one');
    const both = circle.contours.flatMap((contour) => [contour, { ...contour, role: 'before' as const }]);
    const compared = labels(legend('circle', { circle: { ...circle, emphasisMinutes: 30, contours: both } }));
    expect([compared.get('emphasis'), compared.get('before')]).toEqual([
      '30 分钟线，之后',
      '30 分钟线，之前',
    ]);
  });

  it('tells open from closed links', () => {
    expect(ids(legend('road-links'))).toEqual(['road-open']);
    expect(ids(legend('road-links', { closedRoadLinks: new Set(['bridge']) }))).toEqual(['road-closed']);
  });

  it('is left with the boundaries when nothing else is on', () => {
    const visible = Object.fromEntries(
      Object.keys(fullModel.visible).map((group) => [group, false]),
    ) as unknown as MapModel['visible'];
    expect(legendOfModel({ ...fullModel, visible }).map(({ id }) => id)).toEqual(['boundaries']);
  });

  it('has unique ids and labels in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const spec of legendOfModel({ ...fullModel, language })) {
        expect(new Set(ids(spec)).size, spec.id).toBe(spec.items.length);
        for (const item of spec.items) expect(item.label).not.toBe('');
      }
    }
  });
});
