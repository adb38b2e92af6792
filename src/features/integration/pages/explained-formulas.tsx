import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#core/scoring/explain-score.ts';
import type { ExplainedFormula } from '#core/scoring/indicator-formulas.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** The bar of a mean over its letter: fonts put a combining one beside it. */
function Mean() {
  return (
    <span className={classes.mean} role="img" aria-label="x̄">
      x
    </span>
  );
}

/** A sentence with the bars of means set. */
export function withMeans(text: string): ReactNode[] {
  return text.split(/(x̄)/u).map((piece, i) => (i % 2 === 0 ? piece : <Mean key={`${i}`} />));
}

/** Sets `cv_max` with its index below the line, symbols in italics, and the bar of a mean over the whole letter. */
export function typeset(text: string): ReactNode[] {
  return text.split(/((?:cv|μ|x)_(?:max|min)|x̄|\b(?:cv|[kKRfnxabcrsT])\b|[σμ])/u).map((piece, i) => {
    if (i % 2 === 0) return piece;
    if (piece === 'x̄')
      return (
        <i key={`${i}${piece}`}>
          <Mean />
        </i>
      );
    const [symbol, index] = piece.split('_');
    return (
      <i key={`${i}${piece}`}>
        {symbol}
        {index !== undefined && <sub>{index}</sub>}
      </i>
    );
  });
}

/** The formulas of a step, each with its meaning and with its numbers put in. */
export function ExplainedFormulas({
  explanation,
  result,
  source,
}: {
  readonly explanation: Explanation;
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const expressionOf = ({ symbol, expression }: ExplainedFormula): string => {
    const isWeighted = expression.includes('w');
    if (symbol === 'composite')
      return t(isWeighted ? 'expression.compositeWeighted' : 'expression.composite');
    if (symbol === 'score') return t(isWeighted ? 'expression.scoreWeighted' : 'expression.score');
    return symbol === 'R' ? t('expression.R') : expression;
  };
  const { cvMax, cvMin, levelMax, levelMin, formulas } = explanation;
  if (explanation.value === null && explanation.node.kind !== 'indicator') return null;
  return (
    <PanelSection title={t('formulaWithNumbers')}>
      <dl className={classes.figure}>
        {formulas.map((formula) => (
          <div key={formula.symbol} className={classes.formula}>
            <dt>
              {t(`meaning.${formula.symbol}`)}
              {formula.symbol === 'cv' && result.options.ddof === 1 && ` · ${t('sampleDeviation')}`}
            </dt>
            <dd>{typeset(expressionOf(formula))}</dd>
            <dd>{typeset(formula.substituted)}</dd>
            {formula.symbol === 'k' && cvMax !== null && cvMin !== null && (
              <dt>
                {t('extremeCvs', {
                  maxRegion: nameOfRegion(source.regions, cvMax.regionId, language),
                  maxYear: cvMax.year,
                  maxIndicator: words.nodeName(cvMax.indicator, source.table.definitions),
                  minRegion: nameOfRegion(source.regions, cvMin.regionId, language),
                  minYear: cvMin.year,
                  minIndicator: words.nodeName(cvMin.indicator, source.table.definitions),
                })}
              </dt>
            )}
            {formula.symbol === 'f' && levelMax !== null && levelMin !== null && (
              <dt>
                {t('extremeLevels', {
                  maxRegion: nameOfRegion(source.regions, levelMax.regionId, language),
                  maxYear: levelMax.year,
                  minRegion: nameOfRegion(source.regions, levelMin.regionId, language),
                  minYear: levelMin.year,
                })}
              </dt>
            )}
          </div>
        ))}
      </dl>
      <MethodLink page="method" section={2} />
    </PanelSection>
  );
}
