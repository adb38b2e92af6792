import { expect, it } from 'vitest';
import { columnScale } from '#ui/format/column-scale.ts';

const column = (values: readonly (number | null)[], language: 'zh-CN' | 'en') => {
  const { unit, show } = columnScale(values, language);
  return [unit, ...values.map(show)];
};

it('writes a column in one step with the same decimals throughout', () => {
  // 上海, 嘉兴, 池州: urban cores of 2020.
  const cores = [19_870_000, 988_000, 380_000];
  expect(column(cores, 'zh-CN')).toEqual(['万', '1,987', '99', '38']);
  expect(column(cores, 'en')).toEqual(['M', '19.87', '0.99', '0.38']);
  expect(column([19_870_000, 43_000], 'zh-CN')).toEqual(['万', '1,987.0', '4.3']);
});

it('takes the smaller step where the small figures would be lost in the larger one', () => {
  expect(column([19_870_000, 43_000], 'en')).toEqual(['K', '19,870', '43']);
});

it('has no unit for small counts, a dash for what is missing and none for an empty column', () => {
  expect(column([812, null, 0], 'zh-CN')).toEqual(['', '812', '—', '0']);
  expect(column([null], 'en')).toEqual(['', '—']);
});

it('never shows a little as nothing', () => {
  expect(column([1_860_000, 12, 0], 'zh-CN')).toEqual(['万', '186.00', '<0.01', '0.00']);
});
