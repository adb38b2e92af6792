import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReducedSet } from '#core/scoring/score-result.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { REGIONAL_TRAVEL, REGIONAL_TRAVEL_YEAR } from '#core/surface/regional-travel.ts';
import { useProject } from '#state/store.ts';
import { useSame } from '#state/use-same.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed, colon, listed } from '#ui/i18n/punctuation.ts';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** How much of the paper's set stands behind the scores; never hidden. Opens to the indicators by name. */
export function ReducedSetLabel({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const year = useProject(({ integration }) => integration.year);
  // Another weight gives another score of the same indicators.
  const set = useSame(scoresOfYear(result, year)?.reducedSet ?? null);
  return set === null ? null : <Label set={set} definitions={source.table.definitions} />;
}

const Label = memo(function Label({
  set,
  definitions,
}: {
  readonly set: ReducedSet;
  readonly definitions: ScoreSource['table']['definitions'];
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const names = (ids: readonly string[]) =>
    listed(
      ids.map((id) => words.nodeName(id, definitions)),
      language,
    );
  return (
    <details className={classes.reduced} data-testid="reduced-set">
      <summary>{words.reduced(set)}</summary>
      {set.reduced && <p>{t('reducedWhy')}</p>}
      <p>
        {t('usedIndicators')}
        {colon(language)}
        {names(set.used.filter((id) => !set.extras.includes(id)))}
        {set.extras.length > 0 &&
          bracketed(`+ ${t('extra')}${colon(language)}${names(set.extras)}`, language)}
      </p>
      {set.used.some((id) => definitions.get(id)?.provenance === 'modelled') && (
        <p>{t('travel.modelled', { year: REGIONAL_TRAVEL_YEAR, minutes: REGIONAL_TRAVEL.minutes })}</p>
      )}
      {set.missing.length > 0 && (
        <p>
          {t('missingIndicators')}
          {colon(language)}
          {names(set.missing)}
        </p>
      )}
    </details>
  );
});
