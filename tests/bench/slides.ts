import { performance } from 'node:perf_hooks';
import { buildDeck } from '../../src/features/briefing/export/pptx/build-deck.ts';
import { bars, format, lines, plainPng, slideWith, table } from '../unit/briefing-pptx/sample-deck.ts';
import { percentiles, type Measurement } from './measurement.ts';

const RUNS = 10;

/** Writing a deck of twelve scenes, charts and tables beside each map; drawing the maps comes on top (bench `export`). */
export async function benchSlides(): Promise<readonly Measurement[]> {
  const png = plainPng(2046, 1138);
  const slides = Array.from({ length: 12 }, (_, at) =>
    slideWith({
      map: { png, altText: 'map', shapes: null },
      figures: at % 2 === 0 ? [bars, lines] : [table],
    }),
  );
  await buildDeck(slides, format);
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    bytes = (await buildDeck(slides, format)).length;
    times.push(performance.now() - start);
  }
  const { p50, p95 } = percentiles(times);
  const note =
    '6 slides with two charts, 6 with a table; plain pictures of 2046 × 1138 pixels, maps not drawn';
  return [
    {
      id: 'slides.12.time',
      title: 'PPTX of 12 scenes, written',
      unit: 'ms',
      value: p50,
      p95,
      runs: RUNS,
      note,
    },
    { id: 'slides.12.size', title: 'Size of that PPTX', unit: 'KB', value: bytes / 1000, note },
  ];
}
