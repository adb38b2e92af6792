import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import {
  ACCESSIBILITY_FIGURES,
  type AccessibilityFigure,
  type AccessibilityUncertainty,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import type { Spread } from '#core/uncertainty/spread.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatCompact, formatNumber, formatShare, formatSigned } from '#ui/format/number-format.ts';
import { formatRange, threeDigits } from '#ui/format/range-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { accessibilityAmounts } from './accessibility-amounts.ts';
import classes from './scenarios.module.css';

const WORDS = {
  mean: 'mean',
  p10: 'low',
  p50: 'median',
  p90: 'high',
  gini: 'gini',
} as const satisfies Record<AccessibilityFigure, string>;

function range(spread: Spread | null, write: (value: number) => string): string {
  return spread === null ? '—' : formatRange(spread, write);
}

/** What nine draws of ten lie between: before, and each draw's own change; what is after stands in the file. */
export function AccessibilityRangeFigures({
  answer: { draws, present, change },
  opportunity,
}: {
  readonly answer: AccessibilityUncertainty;
  readonly opportunity: Opportunity;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  if (change === null) return null;
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const gini = (value: number): string => formatNumber(value, language, 3);
  const signedGini = (value: number): string => formatSigned(value, language, 3);
  // A dash between signed figures reads as another sign.
  const signedRange = (spread: Spread | null, write: (value: number) => string): string => {
    if (spread === null) return '—';
    const [low, high] = [write(threeDigits(spread.p5)), write(threeDigits(spread.p95))];
    return low === high ? low : t('access.ranges.between', { low, high });
  };
  const sides = [present, change.after, change.difference] as const;
  return (
    <>
      <TableTools
        title={t('access.ranges.title')}
        fileName="accessibility-change-ranges"
        rows={() => [
          ['figure', 'side', 'p5', 'median', 'p95'],
          ...ACCESSIBILITY_FIGURES.flatMap((figure) =>
            (['before', 'after', 'change'] as const).map((side, at) => {
              const spread = sides[at]?.[figure] ?? null;
              return [figure, side, spread?.p5 ?? null, spread?.median ?? null, spread?.p95 ?? null];
            }),
          ),
        ]}
        origins={() => originsOf(['rail-timetable', 'county-raster'])}
        origin={tableOrigin}
        isAbove
      />
      <p className={classes.hint}>{t('access.ranges.ends', { draws: formatNumber(draws, language) })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t(opportunity === 'people' ? 'access.reached' : 'access.reachedGdp')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('access.change')}</th>
          </tr>
        </thead>
        <tbody>
          {ACCESSIBILITY_FIGURES.map((figure) => {
            const isGini = figure === 'gini';
            return (
              <tr key={figure}>
                <th scope="row">{t(`access.${WORDS[figure]}`)}</th>
                <td>{range(present[figure], isGini ? gini : amount)}</td>
                <td>{signedRange(change.difference[figure], isGini ? signedGini : signed)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.hint}>
        {t('access.ranges.residents', {
          more: range(change.residentsGaining, (value) => formatCompact(value, language)),
          less: range(change.residentsLosing, (value) => formatCompact(value, language)),
          share: formatShare(change.lessEven, language, 0),
        })}
      </p>
    </>
  );
}
