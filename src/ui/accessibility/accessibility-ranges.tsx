import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import type { AccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import type { TableOfFigure } from '../figures/table-button.tsx';
import type { CsvCell } from '../files/save-file.ts';
import { formatNumber } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { MethodLink } from '../panels/method-link.tsx';
import { type RangesAsked, RangesRun } from '../panels/ranges-run.tsx';
import { AccessibilityRangeFigures } from './range-figures.tsx';
import classes from './range-figures.module.css';

/** Between what bounds accessibility, or a scenario's change in it, lies: computed for a region if a person wants it. */
export function AccessibilityRanges({
  isChange,
  isWholeCountry,
  answer,
  opportunity,
  asked,
  origins,
  origin,
}: {
  readonly isChange: boolean;
  /** Too much to compute: the region is to be chosen first. */
  readonly isWholeCountry: boolean;
  /** `null` = there are none (yet). */
  readonly answer: AccessibilityUncertainty | null;
  readonly opportunity: Opportunity;
  readonly asked: RangesAsked;
  readonly origins: TableOfFigure['origins'];
  /** What a saved file says of where it is from. */
  readonly origin: () => readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation('accessibility');
  const language = useLanguage();
  return (
    <>
      <p className={classes.hint}>{t(isChange ? 'ranges.introChange' : 'ranges.intro')}</p>
      <MethodLink page="method-travel" section={9} />
      {isWholeCountry ? (
        <p className={classes.hint}>{t('ranges.region')}</p>
      ) : (
        <RangesRun
          what={t(isChange ? 'ranges.titleChange' : 'ranges.title')}
          label={t('ranges.switch')}
          asked={asked}
          computing={({ done, total }) =>
            t('ranges.computing', {
              done: formatNumber(done, language),
              total: formatNumber(total, language),
            })
          }
          hasRanges={answer !== null}
        />
      )}
      {answer !== null && (
        <AccessibilityRangeFigures
          answer={answer}
          opportunity={opportunity}
          origins={origins}
          origin={origin}
        />
      )}
    </>
  );
}
