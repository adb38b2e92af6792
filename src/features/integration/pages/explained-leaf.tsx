import { useTranslation } from 'react-i18next';
import type { LeafExplanation } from '#core/scoring/composite/explain-leaf.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { nameOfRegion } from '../region-names.ts';
import { ExplainedFormulas, typeset, withMeans } from './explained-formulas.tsx';

/** Decimals of figures before they are normalised, and of everything after. */
const FIGURE_DECIMALS = 4;
const DECIMALS = 2;

/** The key of the sentence that says what the letters of a leaf's formula stand for. */
function lettersOf({ normalise, direction }: LeafExplanation) {
  switch (normalise.method) {
    case 'minmax':
    case 'goalposts':
    case 'target':
      return normalise.method;
    case 'zscore':
      return (normalise.mean ?? 0) === 0 && (normalise.sd ?? 1) === 1 ? 'zscore' : 'zscoreOnto';
    case 'rank':
    case 'borda':
    case 'percentile':
      return direction === 1 ? 'rankUp' : 'rankDown';
    case 'none':
      return direction === 1 ? 'none' : 'noneDown';
  }
  return normalise satisfies never;
}

/** A leaf of an own index: its normalisation with the numbers, what its figure is made of, and the figures it is compared with. */
export function ExplainedLeaf({
  leaf,
  result,
  source,
}: {
  readonly leaf: LeafExplanation;
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const { step, normalise, direction, quantity, column } = leaf;
  const isDirected = quantity === 'K' || quantity === 'k';
  const nameAt = (at: number | null): string | undefined => {
    const id = at === null ? undefined : column[at]?.regionId;
    return id === undefined ? undefined : nameOfRegion(source.regions, id, language);
  };
  const min = nameAt(step?.leastAt ?? null);
  const max = nameAt(step?.greatestAt ?? null);
  const method = [
    t(`ownIndex.normalisation.${normalise.method}`),
    ...(isDirected ? [] : [t(direction === -1 ? 'ownIndex.lower' : 'ownIndex.higher')]),
  ].join(' · ');
  return (
    <>
      {step !== null && (
        <PanelSection title={t('ownIndex.explained.normalised', { method })}>
          <dl className={classes.figure} data-testid="explained-normalisation">
            <div className={classes.formula}>
              <dt>
                {withMeans(
                  t(`ownIndex.explained.letters.${lettersOf(leaf)}`, {
                    quantity: t(`ownIndex.quantities.${quantity}`),
                  }),
                )}
              </dt>
              <dd>{typeset(step.expression)}</dd>
              <dd>{step.substituted}</dd>
              {max !== undefined && min !== undefined ? (
                <dt>{t('ownIndex.explained.extremes', { max, min })}</dt>
              ) : max !== undefined ? (
                <dt>{t('ownIndex.explained.greatest', { max })}</dt>
              ) : (
                min !== undefined && <dt>{t('ownIndex.explained.least', { min })}</dt>
              )}
            </div>
          </dl>
        </PanelSection>
      )}
      <ExplainedFormulas explanation={leaf.indicator} result={result} source={source} />
      <PanelSection title={t('ownIndex.explained.column')}>
        <table className={classes.table} data-testid="explained-column">
          <thead>
            <tr>
              <th>{t('region')}</th>
              <th className={classes.number}>{t('ownIndex.explained.columnFigure')}</th>
              <th className={classes.number}>{t('ownIndex.explained.value')}</th>
            </tr>
          </thead>
          <tbody>
            {column.map(({ regionId, figure, value }) => (
              <tr key={regionId} data-lit={regionId === leaf.indicator.regionId ? true : undefined}>
                <td>{nameOfRegion(source.regions, regionId, language)}</td>
                <td className={classes.number}>{formatNumber(figure, language, FIGURE_DECIMALS)}</td>
                <td className={classes.number}>{formatNumber(value, language, DECIMALS)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PanelSection>
    </>
  );
}
