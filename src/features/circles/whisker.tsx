/** A figure and its range on an axis from 0 to `most`, for a row of a table whose cells say the numbers. */
export function Whisker({
  low,
  value,
  high,
  most,
}: Readonly<Record<'low' | 'value' | 'high' | 'most', number>>) {
  const at = (number: number) => `${most > 0 ? 2 + (number / most) * 96 : 2}%`;
  return (
    <svg width="100%" height={14} display="block" aria-hidden>
      <line x1={at(low)} x2={at(high)} y1={7} y2={7} stroke="var(--atlas-mature)" strokeWidth={2} />
      {[low, high].map((end, index) => (
        <line
          key={index}
          x1={at(end)}
          x2={at(end)}
          y1={3}
          y2={11}
          stroke="var(--atlas-mature)"
          strokeWidth={2}
        />
      ))}
      <circle cx={at(value)} cy={7} r={3.5} fill="var(--atlas-ink)" />
    </svg>
  );
}
