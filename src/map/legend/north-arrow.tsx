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
      width={18}
      height={30}
      viewBox="2 0 18 30"
      role="img"
      aria-label={language === 'zh' ? '上方为北' : 'North is up'}
    >
      <path d="M11 1 L17 19 L11 15.5 Z" fill="currentColor" />
      <path d="M11 1 L5 19 L11 15.5 Z" fill="none" stroke="currentColor" strokeWidth={1} />
      <text x={11} y={29} textAnchor="middle" fontSize={10} fontWeight={600} fill="currentColor">
        {language === 'zh' ? '北' : 'N'}
      </text>
    </svg>
  );
});
