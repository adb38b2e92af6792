import { buildSearchIndex, searchIndex, type SearchSubject } from '../../src/state/search/search-index.ts';
import { percentiles, timeRuns, type Measurement } from './measurement.ts';

/** An answer to a key should come within a frame even on a slow machine. */
const MARK_MS = 10;
const NAMES = 10_000;
const QUERIES = ['m', 'mb', 'moubazhan9', '某', '站99', 'zzz'] as const;

/** Answers of the search to a key over ten thousand names. */
export function benchSearch(): readonly Measurement[] {
  const subjects = Array.from({ length: NAMES }, (_, i): SearchSubject => ({
    kind: 'station',
    selection: { kind: 'station', name: `站${i}` },
    nameZh: `某${String.fromCodePoint(0x4e00 + (i % 5_000))}站${i}`,
    nameEn: '',
    pinyin: `mou ba zhan ${i}`,
    aliases: [`某${i}`],
    code: null,
    contextZh: '',
    contextEn: '',
    rank: 0,
    weight: i,
  }));
  const index = buildSearchIndex(subjects, null);
  const sample = timeRuns((run) => searchIndex(index, QUERIES[run % QUERIES.length] ?? '', 10), {
    warmUp: QUERIES.length,
    runs: 60,
  });
  const { p50, p95 } = percentiles(sample);
  return [
    {
      id: 'search.key',
      title: 'Search over 10,000 names, one key',
      unit: 'ms',
      value: p50,
      p95,
      runs: sample.length,
      mark: MARK_MS,
    },
  ];
}
