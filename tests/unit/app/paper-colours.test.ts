import { expect, it } from 'vitest';
import { withPaperColours } from '../../../src/app/map/use-map-model.ts';
import { fullModel } from '../map/fixture-model.ts';

it('draws values on a light page in the colours for light ones, and leaves what is so already as it is', () => {
  const { choropleth } = fullModel;
  if (choropleth === null) throw new Error('the fixture has one');
  const forDark = { ...choropleth, colours: ['#ffffaa', '#000055'], paperColours: ['#000055', '#ffffaa'] };
  const late = { ...fullModel, choropleth: forDark };
  expect(withPaperColours(late).choropleth).toEqual({ ...forDark, colours: forDark.paperColours });
  const light = { ...fullModel, choropleth: { ...forDark, colours: [...forDark.paperColours] } };
  expect(withPaperColours(light)).toBe(light);
  expect(withPaperColours(fullModel)).toBe(fullModel);
});
