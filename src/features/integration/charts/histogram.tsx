import { VisuallyHidden } from '@mantine/core';
import { useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf } from '#core/classify/classify.ts';
import { formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { handleStep } from '#ui/keyboard/shortcuts.ts';
import classes from '../integration.module.css';
import type { ColouredMeasure } from '../measure/use-measure.ts';

const WIDTH = 320;
const HEIGHT = 96;
const BASE = 78;
const BINS = 40;
/** Part of the range that two limits keep between them: dragged onto another, a limit stays one of its own. */
const LEAST_GAP = 1 / 400;

/** Distribution of the shown values with the class limits as handles; moving one sets all limits by hand. */
export function Histogram({
  measure,
  breaks,
  onBreaks,
}: {
  readonly measure: ColouredMeasure;
  readonly breaks: readonly number[];
  readonly onBreaks: (breaks: readonly number[]) => void;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const [clicked, setClicked] = useState<number | null>(null);
  const { view, classification, colours } = measure;
  const { bounds } = classification;
  const low = bounds[0];
  const high = bounds.at(-1);
  if (low === undefined || high === undefined || low === high) return null;
  const values = [...view.values.values()].filter((value) => value !== null);
  const binOf = (value: number) =>
    Math.min(BINS - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * BINS)));
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1;
  const most = Math.max(1, ...counts);
  const x = (value: number) => ((value - low) / (high - low)) * WIDTH;
  const label = (value: number) =>
    Math.abs(value) >= 100_000
      ? formatCompact(value, language)
      : formatNumber(value, language, view.decimals);
  const move = (index: number, to: number) => {
    const step = (high - low) * LEAST_GAP;
    const from = (breaks[index - 1] ?? low) + step;
    const until = (breaks[index + 1] ?? high) - step;
    const placed = Math.min(until, Math.max(from, to));
    // Limits that the data set closer than that stay where they are.
    if (from <= until && Number.isFinite(placed)) onBreaks(breaks.with(index, Number(placed.toPrecision(6))));
  };
  const valueAt = (clientX: number): number => {
    const box = svg.current?.getBoundingClientRect();
    return box === undefined || box.width === 0
      ? low
      : low + ((clientX - box.left) / box.width) * (high - low);
  };
  /** For those who cannot drag (WCAG 2.2, 2.5.7); on a limit itself a click is the end of a drag. */
  const moveNearest = (event: MouseEvent<SVGSVGElement>): void => {
    if ((event.target as Element).closest('[role=slider]') !== null) return;
    const to = valueAt(event.clientX);
    const distances = breaks.map((at) => Math.abs(at - to));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest === -1) return;
    move(nearest, to);
    setClicked(nearest);
  };
  return (
    <>
      {/* The limits within take the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <svg
        ref={svg}
        onClick={moveNearest}
        width="100%"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t('histogram')}
        fontSize={11}
        style={{ marginTop: 12, overflow: 'visible', touchAction: 'none' }}
      >
        {counts.map((count, i) => {
          const index = classOf(classification, low + ((i + 0.5) / BINS) * (high - low));
          return (
            <rect
              key={`${i}`}
              x={(i * WIDTH) / BINS + 0.5}
              y={BASE - (count / most) * (BASE - 8)}
              width={WIDTH / BINS - 1}
              height={(count / most) * (BASE - 8)}
              fill={index === null ? 'none' : colours[index]}
            />
          );
        })}
        <line x1={0} x2={WIDTH} y1={BASE} y2={BASE} stroke="var(--atlas-hairline)" />
        <text x={0} y={HEIGHT - 2} fill="var(--atlas-muted)">
          {label(low)}
        </text>
        <text x={WIDTH} y={HEIGHT - 2} textAnchor="end" fill="var(--atlas-muted)">
          {label(high)}
        </text>
        {breaks.map((at, i) => (
          <g
            key={`${i}`}
            role="slider"
            tabIndex={0}
            aria-label={t('breakLabel', { n: i + 1 })}
            aria-valuenow={at}
            aria-valuemin={low}
            aria-valuemax={high}
            aria-valuetext={label(at)}
            style={{ cursor: 'ew-resize' }}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) move(i, valueAt(event.clientX));
            }}
            onKeyDown={(event) => {
              const step = handleStep(event);
              if (step === null) return;
              event.preventDefault();
              move(i, at + ((high - low) / 100) * (step.isFar ? 5 : 1) * (step.x + step.y));
            }}
          >
            <title>{label(at)}</title>
            <rect x={x(at) - 7} y={0} width={14} height={BASE + 6} fill="transparent" />
            <line x1={x(at)} x2={x(at)} y1={2} y2={BASE} stroke="var(--atlas-ink)" />
            <path d={`M${x(at) - 4},${BASE + 7}h8l-4,-6z`} fill="var(--atlas-ink)" />
          </g>
        ))}
      </svg>
      <VisuallyHidden role="status">
        {clicked !== null && breaks[clicked] !== undefined
          ? `${t('breakLabel', { n: clicked + 1 })} ${label(breaks[clicked])}`
          : ''}
      </VisuallyHidden>
      <p className={classes.hint}>{t('histogramHint')}</p>
    </>
  );
}
