import { useTranslation } from 'react-i18next';
import { formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { fullStop, sentenceGap } from '#ui/i18n/punctuation.ts';
import classes from '../integration.module.css';
import { decimalsOf } from '../measure/scenario-view.ts';

/** Says under which scenario a score stands, and how far it is from the present. */
export function HeldAgainstPresent({
  scenario,
  present,
  after,
  otherSets,
}: {
  readonly scenario: string;
  readonly present: number | null;
  readonly after: number | null;
  /** Says that the two rest on different indicators; `null` where they don't. */
  readonly otherSets: string | null;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const change = present === null || after === null ? null : after - present;
  return (
    <p className={classes.hint} data-testid="held-against-present">
      <ProvenanceTag provenance="modelled" />{' '}
      {t('scenarioSide.against', {
        scenario,
        present: formatNumber(present, language, 2),
        change: formatSigned(change, language, decimalsOf([change], 2)),
      })}
      {otherSets !== null && `${sentenceGap(language)}${otherSets}${fullStop(language)}`}
    </p>
  );
}
