import { renderToStaticMarkup } from 'react-dom/server';
import { textWidth } from '#map/text-layout.ts';
import type { ShownChart, ShownScatter, ShownSeries } from '#state/told/shown-data.ts';
import { formatNumber, formatSigned, type NumberLanguage } from '#ui/format/number-format.ts';

const WIDTH = 560;
const FONT = 12;
const ROW = 18;
const PLOT_HEIGHT = 260;
const GAP = 8;
/** From the end of a line to its name, which may stand higher or lower. */
const LEADER = 22;
// Colours are named in the page's style sheet (viewer.css), light and dark.
const PAPER = 'var(--paper)';
const INK = 'var(--ink)';
const MUTED = 'var(--muted)';
const HAIRLINE = 'var(--hairline)';
/** Of the accent, then of further series. */
const COLOURS = [
  'var(--accent)',
  'var(--blue)',
  'var(--ochre)',
  'var(--green)',
  'var(--violet)',
  'var(--slate)',
] as const;
/** Lines of what is not selected, where there are too many for a colour each. */
const FAINT = 'var(--faint)';
const MOST_COLOURED = COLOURS.length;

const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? INK;

type Written = (value: number | null) => string;

function writer(chart: ShownChart, language: NumberLanguage): Written {
  return chart.kind !== 'scatter' && chart.isSigned
    ? (value) => formatSigned(value, language, chart.decimals)
    : (value) => formatNumber(value, language, chart.decimals);
}

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, FONT)));

/** Colours and names of several series, from the left. */
function Key({ series, y }: { readonly series: ShownChart['series']; readonly y: number }) {
  const starts = series.map((_, at) =>
    series.slice(0, at).reduce((sum, { name }) => sum + textWidth(name, FONT) + 32, 0),
  );
  return (
    <g>
      {series.map(({ name }, at) => (
        <g key={name} transform={`translate(${starts[at] ?? 0} ${y})`}>
          <rect width={10} height={10} fill={colourOf(at)} />
          <text x={15} y={10} fill={MUTED}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bars({ chart, written }: { readonly chart: ShownSeries; readonly written: Written }) {
  const { categories, series, colours } = chart;
  const values = series.flatMap((one) => one.values);
  const [low, high] = [Math.min(0, ...values.map(Number)), Math.max(0, ...values.map(Number))];
  const names = widest(categories) + GAP;
  const figures = widest(values.map(written)) + GAP;
  const room = WIDTH - names - figures;
  const x = (value: number) => names + (room * (value - low)) / (high - low || 1);
  const bar = series.length > 1 ? 12 : ROW - 5;
  const group = series.length > 1 ? series.length * (bar + 2) + 8 : ROW;
  return (
    <>
      {categories.map((name, row) => (
        // Two cities may have one name; the place is what a row is.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={row} transform={`translate(0 ${row * group})`}>
          <text y={(series.length * (bar + 2)) / 2 + 4} fill={INK}>
            {name}
          </text>
          {series.map((one, at) => {
            const value = one.values[row] ?? null;
            return (
              <g key={one.name}>
                {value !== null && (
                  <rect
                    x={Math.min(x(0), x(value))}
                    y={at * (bar + 2) + 2}
                    width={Math.max(0.5, Math.abs(x(value) - x(0)))}
                    height={bar}
                    fill={colours[row] ?? colourOf(at)}
                  />
                )}
                <text x={WIDTH} y={at * (bar + 2) + bar} textAnchor="end" fill={MUTED}>
                  {written(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      <line x1={x(0)} x2={x(0)} y1={0} y2={categories.length * group} stroke={MUTED} strokeWidth={0.75} />
      {series.length > 1 && <Key series={series} y={categories.length * group + 4} />}
    </>
  );
}

const barsHeight = ({ categories, series }: ShownSeries): number =>
  series.length > 1 ? categories.length * (series.length * 14 + 8) + 20 : categories.length * ROW + 4;

function Lines({ chart, written }: { readonly chart: ShownSeries; readonly written: Written }) {
  const { categories, series } = chart;
  const known = series.flatMap((one) => one.values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...known), Math.max(...known, 0)];
  const left = widest([written(low), written(high)]) + GAP;
  const right = Math.min(180, widest(series.map(({ name }) => name))) + LEADER;
  const x = (at: number) => left + ((WIDTH - left - right) * at) / Math.max(1, categories.length - 1);
  const height = linesHeight(chart);
  const bottom = height - 26;
  const y = (value: number) => 10 + ((bottom - 10) * (high - value)) / (high - low || 1);
  const isCrowded = series.length > MOST_COLOURED;
  const lasts = series.map(({ values }) => {
    const at = values.findLastIndex((value) => value !== null);
    const value = values[at] ?? null;
    return value === null ? null : { x: x(at), y: y(value) };
  });
  const ends = namePlaces(
    lasts.map((last) => last?.y ?? null),
    bottom + NAME_FOOT,
  );
  return (
    <>
      {[low, high].map((value) => (
        <g key={value}>
          <line x1={left} x2={WIDTH - right} y1={y(value)} y2={y(value)} stroke={HAIRLINE} />
          <text x={left - GAP / 2} y={y(value) + 4} textAnchor="end" fill={MUTED}>
            {written(value)}
          </text>
        </g>
      ))}
      {categories.map((name, at) => (
        <text key={name} x={x(at)} y={height - 6} textAnchor="middle" fill={MUTED}>
          {name}
        </text>
      ))}
      {series.map(({ name, values, isEmphasised }, index) => {
        const colour = isEmphasised ? COLOURS[0] : isCrowded ? FAINT : colourOf(index + 1);
        const points = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
        const place = ends[index] ?? null;
        const last = lasts[index] ?? null;
        return (
          <g key={name}>
            {points.slice(1).map(({ at, value }, before) => {
              const from = points[before];
              // No line over a year without a figure.
              return from === undefined || at - from.at > 1 ? null : (
                <line
                  key={at}
                  x1={x(from.at)}
                  y1={y(from.value)}
                  x2={x(at)}
                  y2={y(value)}
                  stroke={colour}
                  strokeWidth={isEmphasised ? 2.5 : 1.25}
                />
              );
            })}
            {points.map(({ at, value }) => (
              <circle key={at} cx={x(at)} cy={y(value)} r={2.5} fill={colour} />
            ))}
            {place !== null && last !== null && (
              <>
                <path
                  d={`M${last.x + 4} ${last.y}L${WIDTH - right + LEADER - 2} ${place - NAME_FOOT}`}
                  stroke={isEmphasised ? COLOURS[0] : HAIRLINE}
                  strokeWidth={0.75}
                />
                <text
                  x={WIDTH - right + LEADER}
                  y={place}
                  fill={isEmphasised ? COLOURS[0] : INK}
                  fontSize={11}
                >
                  {name}
                </text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Room for a line of words among others, and how far its foot lies below the middle of its letters. */
const NAME_ROW = 12;
const NAME_FOOT = 4;

/**
 * Feet of lines of words beside the given heights, moved apart until none lies on another, and none below `lowest`: there
 * they go upwards.
 */
function namePlaces(heights: readonly (number | null)[], lowest: number): readonly (number | null)[] {
  const ordered = heights
    .map((height, index) => ({ height, index }))
    .filter((one): one is { height: number; index: number } => one.height !== null)
    .toSorted((a, b) => a.height - b.height);
  const feet: number[] = [];
  for (const { height } of ordered)
    feet.push(Math.max(height + NAME_FOOT, (feet.at(-1) ?? -Infinity) + NAME_ROW));
  for (let at = feet.length - 1, most = lowest; at >= 0; at--, most -= NAME_ROW)
    feet[at] = Math.min(feet[at] ?? most, most);
  const placed = new Map(ordered.map(({ index }, at) => [index, feet[at] ?? null]));
  return heights.map((_, index) => placed.get(index) ?? null);
}

/** Tall enough for the names of all lines beside one another. */
const linesHeight = ({ series }: ShownSeries): number => Math.max(PLOT_HEIGHT, series.length * NAME_ROW + 40);

/** Powers of ten, and twice and five times them, between two numbers. */
function ticksBetween(low: number, high: number): readonly number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, step) => 10 ** (Math.floor(Math.log10(low)) + step),
  );
  const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const within = (ticks: readonly number[]) => ticks.filter((tick) => tick >= low && tick <= high);
  return within(fine).length > 7 ? within(powers) : within(fine);
}

function Dots({ chart, language }: { readonly chart: ShownScatter; readonly language: NumberLanguage }) {
  const { across, series, categories, named } = chart;
  const [dots, ...lines] = series;
  const ranks = (dots?.values ?? []).map((value) => value ?? Number.NaN);
  const [low, high] = [Math.min(...across.values) / 1.2, Math.max(...across.values) * 1.1];
  const [first, last] = [Math.min(...ranks) * 0.8, Math.max(...ranks) * 1.2];
  const [left, top, bottom] = [34, 18, PLOT_HEIGHT - 36];
  // The largest stand at the right end, their names beyond it.
  const right = WIDTH - widest(categories.slice(0, named)) - GAP;
  const x = (value: number) => left + ((right - left) * Math.log(value / low)) / Math.log(high / low);
  const y = (value: number) => top + ((bottom - top) * Math.log(value / first)) / Math.log(last / first);
  const nameHeights = namePlaces(ranks.slice(0, named).map(y), bottom);
  const plain = (value: number) =>
    formatNumber(value, language, value < 1 ? Math.min(3, Math.ceil(-Math.log10(value))) : 0);
  return (
    <>
      <text y={10} fill={MUTED}>
        {dots?.name}
      </text>
      {ticksBetween(low, high).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} stroke={HAIRLINE} />
          <text x={x(tick)} y={bottom + 15} textAnchor="middle" fill={MUTED}>
            {plain(tick)}
          </text>
        </g>
      ))}
      {ticksBetween(first, last).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke={HAIRLINE} />
          <text x={left - 5} y={y(tick) + 4} textAnchor="end" fill={MUTED}>
            {plain(tick)}
          </text>
        </g>
      ))}
      <text x={right} y={PLOT_HEIGHT - 5} textAnchor="end" fill={MUTED}>
        {across.title}
      </text>
      {lines.map(({ name, values }) => (
        <polyline
          key={name}
          fill="none"
          stroke={COLOURS[0]}
          strokeWidth={1.75}
          points={values
            .flatMap((value, at) => {
              const size = across.values[at];
              const isInside = value !== null && value >= first && value <= last;
              return isInside && size !== undefined ? [`${x(size)},${y(value)}`] : [];
            })
            .join(' ')}
        />
      ))}
      {across.values.map((size, at) => {
        const rank = ranks[at];
        return rank === undefined || Number.isNaN(rank) ? null : (
          // oxlint-disable-next-line react/no-array-index-key -- a dot is what its place says
          <g key={at}>
            <circle cx={x(size)} cy={y(rank)} r={3.5} fill={INK}>
              <title>{categories[at]}</title>
            </circle>
            {at < named && (
              <text
                x={x(size) + 7}
                y={nameHeights[at] ?? y(rank) + 4}
                fill={INK}
                stroke={PAPER}
                strokeWidth={3}
                paintOrder="stroke"
              >
                {categories[at]}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** A chart of a workspace as a drawing in the page, without script; bars that the map colours too keep the map's colours. */
export function chartSvg(chart: ShownChart, language: NumberLanguage): string {
  const written = writer(chart, language);
  const height =
    chart.kind === 'bar' ? barsHeight(chart) : chart.kind === 'line' ? linesHeight(chart) : PLOT_HEIGHT;
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      fontSize={FONT}
      role="img"
      aria-label={chart.title}
    >
      {chart.kind === 'bar' && <Bars chart={chart} written={written} />}
      {chart.kind === 'line' && <Lines chart={chart} written={written} />}
      {chart.kind === 'scatter' && <Dots chart={chart} language={language} />}
    </svg>,
  );
}
