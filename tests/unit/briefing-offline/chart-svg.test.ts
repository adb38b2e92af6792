import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '#features/briefing/export/offline-html/chart-svg.tsx';
import type { ShownChart, ShownScatter, ShownSeries } from '#state/told/shown-data.ts';

const bars: ShownSeries = {
  kind: 'bar',
  title: '人口增减 <万人>',
  categories: ['成都', '内江', '无数据'],
  series: [{ name: '万人', values: [200, -100, null], isEmphasised: false }],
  colours: ['#b8382b', '#1f6fb2', null],
  decimals: 1,
  isSigned: true,
  remark: '',
};
const dots: ShownScatter = {
  kind: 'scatter',
  title: '位序与规模',
  categories: ['成都', '绵阳', '内江'],
  across: { title: '百万人', values: [10, 1, 0.1] },
  series: [
    { name: '位序', values: [0.5, 1.5, 2.5], isEmphasised: false },
    { name: '回归线', values: [0.5, 1, 2], isEmphasised: false },
  ],
  named: 1,
  decimals: 2,
  remark: '',
};

function read(chart: ShownChart) {
  const root = new DOMParser().parseFromString(chartSvg(chart, 'zh-CN'), 'image/svg+xml').documentElement;
  const all = (name: string) => Array.from(root?.getElementsByTagName(name) ?? []);
  const number = (name: string, attribute: string) =>
    all(name).map((element) => Number(element.getAttribute(attribute)));
  return { root, all, number, texts: all('text').map(({ textContent }) => textContent) };
}

describe('charts of the offline page', () => {
  it('draw gains and losses from one zero line, and no bar where there is no figure', () => {
    const { root, number, texts } = read(bars);
    expect(root?.getAttribute('aria-label')).toBe('人口增减 <万人>');
    const [x, widths] = [number('rect', 'x'), number('rect', 'width')];
    expect(widths).toHaveLength(2);
    expect(widths[0]).toBeCloseTo(2 * (widths[1] ?? 0), 6);
    // The loss ends where the gain begins.
    expect((x[1] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(x[0] ?? 0, 6);
    expect(texts).toEqual(['成都', '+200.0', '内江', '−100.0', '无数据', '—']);
  });

  it('name every one of many lines within the drawing, none on another, low ones upwards', () => {
    const names = Array.from({ length: 19 }, (_, at) => `城市群${at}`);
    const { root, all } = read({
      ...bars,
      kind: 'line',
      categories: ['2010', '2020'],
      series: names.map((name, at) => ({ name, values: [1, at === 0 ? 6 : 0.1], isEmphasised: at === 18 })),
      colours: [],
      isSigned: false,
    });
    const height = Number(root?.getAttribute('viewBox')?.split(' ')[3]);
    const feet = all('text')
      .filter(({ textContent }) => names.includes(textContent ?? ''))
      .map((text) => Number(text.getAttribute('y')))
      .toSorted((a, b) => a - b);
    expect(feet).toHaveLength(19);
    // The years stand below the lowest name.
    const years = all('text').find(({ textContent }) => textContent === '2020');
    expect(feet.at(-1)).toBeLessThan(Number(years?.getAttribute('y')) - 10);
    expect(Number(years?.getAttribute('y'))).toBeLessThan(height);
    expect(feet[0]).toBeGreaterThan(8);
    expect(feet.slice(1).every((foot, at) => foot - (feet[at] ?? 0) >= 12)).toBe(true);
  });

  it('lay dots by the logarithms of both numbers, the first rank on top, and name the first', () => {
    const { all, number, texts } = read(dots);
    const [x, y] = [number('circle', 'cx'), number('circle', 'cy')];
    // A tenth and a tenth are the same step.
    expect((x[0] ?? 0) - (x[1] ?? 0)).toBeCloseTo((x[1] ?? 0) - (x[2] ?? 0), 6);
    expect(y[0]).toBeLessThan(y[1] ?? 0);
    expect(texts).toContain('成都');
    expect(texts).not.toContain('内江');
    expect(all('polyline')).toHaveLength(1);
  });

  it('break lines where a year has no figure and keep names off one another', () => {
    const lines: ShownChart = {
      ...bars,
      kind: 'line',
      categories: ['2010', '2015', '2020'],
      series: [
        { name: '成渝', values: [1, null, 3], isEmphasised: true },
        { name: '黔中', values: [1, 2, 3], isEmphasised: false },
      ],
    };
    const { all, texts } = read(lines);
    const drawn = all('line').filter((line) => line.getAttribute('stroke-width') !== null);
    expect(drawn).toHaveLength(2);
    const names = all('text').filter(({ textContent }) => ['成渝', '黔中'].includes(textContent ?? ''));
    const [first, second] = names.map((name) => Number(name.getAttribute('y')));
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThanOrEqual(12);
    expect(texts).toContain('2015');
  });
});
