import { useTranslation } from 'react-i18next';
import { cancelChangeRanges, retryChangeRanges, useChangeRanges } from '#state/circles/change-ranges.ts';
import { setChangeRanges } from '#state/commands/circle-commands.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RangesRun } from '#ui/panels/ranges-run.tsx';
import { ChangeRangeFigures } from './change-range-figures.tsx';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

/** Between what bounds the scenario's change lies, given what circles assume; computed when asked for, then live. */
export function ChangeRange({ scenario: { edits } }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const isWanted = useProject(({ circles }) => circles.changeRanges);
  const hasOrigin = useProject(({ circles }) => circles.origins.length > 0);
  const { found, progress, failure, isGivenUp } = useChangeRanges(edits);
  if (!hasOrigin) return null;
  return (
    <PanelSection title={t('changeRange.title')} aside={<ProvenanceTag provenance="modelled" />}>
      <p className={classes.hint}>{t('changeRange.intro')}</p>
      <MethodLink page="method-travel" section={8} />
      <RangesRun
        what={t('changeRange.title')}
        label={t('changeRange.switch')}
        asked={{
          isWanted,
          onSwitch: (next) => dispatch(setChangeRanges(next)),
          progress,
          isGivenUp,
          failure:
            failure === null ? null : { message: t('failedFirst'), nextStep: failureWords(failure, t) },
          onCancel: cancelChangeRanges,
          onRetry: retryChangeRanges,
        }}
        computing={({ done, total }) =>
          t('changeRange.computing', {
            done: formatNumber(done, language),
            total: formatNumber(total, language),
          })
        }
        hasRanges={found !== null}
      />
      {found !== null && <ChangeRangeFigures answer={found.answer} />}
    </PanelSection>
  );
}
