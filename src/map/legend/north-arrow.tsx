import { memo } from 'react';
import type { MapLanguage } from '../layers/map-model.ts';

/** North arrow; the map never turns, so it always points up. */
export const NorthArrow = memo(function NorthArrow({
  language,
  className,
}: {
  readonly language: MapLanguage;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      className={className}
      width={22}
      height={34}
      viewBox="0 0 22 34"
      role="img"
      aria-label={language === 'zh' ? '上方为北' : 'North is up'}
    >
      <path d="M11 1 L18 24 L11 19.5 Z" fill="currentColor" />
      <path d="M11 1 L4 24 L11 19.5 Z" fill="none" stroke="currentColor" strokeWidth={1} />
      <text x={11} y={33} textAnchor="middle" fontSize={9} fontWeight={600} fill="currentColor">
        {language === 'zh' ? '北' : 'N'}
      </text>
    </svg>
  );
});
