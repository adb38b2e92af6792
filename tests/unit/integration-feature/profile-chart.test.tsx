import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ProfileChart, type ProfileRow } from '#features/integration/charts/profile-chart.tsx';

const scores = { id: 'development', label: '区域发展', values: [0.4, 3.1, 6.6] };

function drawn(own: ProfileRow['own'], values: readonly number[] = scores.values): string {
  return renderToStaticMarkup(
    <ProfileChart
      svg={{ current: null }}
      label="维度剖面"
      rows={[
        {
          dimension: scores.id,
          label: scores.label,
          marks: values.map((value, at) => ({ id: `r${at}`, name: `r${at}`, value })),
          own,
        },
      ]}
      lit={[]}
      noData="无数据"
      unit="分"
      language="zh-CN"
      onPoint={() => undefined}
      onChoose={() => undefined}
    />,
  );
}

const words = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text = '']) => text);

it('has an axis of scores before anything is selected, and the score once something is', () => {
  expect(words(drawn(undefined))).toEqual(['0', '2.5', '5', '分', '区域发展']);
  expect(words(drawn(3.1))).toEqual(['0', '2.5', '5', '分', '区域发展', '3.10']);
});

it('has no axis where nobody has a score', () => {
  expect(words(drawn(undefined, []))).toEqual(['区域发展', '无数据']);
});
