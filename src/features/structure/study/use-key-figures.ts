import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { profileOf, type KeyFigure } from '#core/structure/region-profile.ts';
import {
  formatAreaKm2,
  formatCompact,
  formatNumber,
  formatPercent,
  formatSignedPercent,
  formatYuan,
  YUAN_PER_100M,
} from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import type { RegionStudy } from './use-region-study.ts';

/** A key figure with its words. */
export interface WordedFigure {
  readonly figure: KeyFigure;
  readonly label: string;
  readonly value: string;
  readonly published: string | null;
}

/** The key figures of a region as a page prints them. */
export function useKeyFigures(study: RegionStudy): readonly WordedFigure[] {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const figures = useMemo(
    () =>
      profileOf(study.region, study.variant, {
        frame: study.frame,
        published: [],
        employment: null,
        times: null,
        score: null,
        circle: null,
      }).keyFigures,
    [study],
  );
  const worded = (value: number | null, unit: string): string => {
    if (value === null) return '—';
    switch (unit) {
      case 'km2':
        return formatAreaKm2(value, language);
      case 'persons':
        return formatCompact(value, language);
      case 'persons/km2':
        return t('figures.perKm2', { value: formatNumber(value, language) });
      case '100m CNY':
        return formatYuan(value * YUAN_PER_100M, language);
      case 'CNY/person':
        return formatYuan(value, language, 'whole');
      case '%':
        return formatPercent(value, language);
      default:
        return formatNumber(value, language);
    }
  };
  return figures.map((figure) => ({
    figure,
    label: t(`figures.${figure.id}`),
    value:
      figure.id === 'population-change' && figure.value !== null
        ? formatSignedPercent(figure.value, language)
        : worded(figure.value, figure.unit),
    published: figure.published === null ? null : worded(figure.published, figure.unit),
  }));
}
