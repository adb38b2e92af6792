import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LegendView } from '#map/legend/legend-view.tsx';
import type { LegendSpec } from '#map/legend/legend-spec.ts';

const spec: LegendSpec = {
  id: 'schooling',
  title: '平均受教育年限，2020 年',
  unit: '年',
  items: [],
  scale: null,
  note: null,
  provenance: null,
};

it('stands the unit in brackets, as sheets do: a year and a unit of years would run together', () => {
  expect(renderToStaticMarkup(<LegendView specs={[spec]} language="zh" />)).toContain('2020 年（年）');
  expect(renderToStaticMarkup(<LegendView specs={[{ ...spec, unit: 'points' }]} language="en" />)).toContain(
    '2020 年 (points)',
  );
});
