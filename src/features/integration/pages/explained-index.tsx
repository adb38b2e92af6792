import { useTranslation } from 'react-i18next';
import type { IndexExplanation, IndexPart } from '#core/scoring/composite/explain-index.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber, formatShare, NO_VALUE } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { indexFormula } from './index-formula.ts';

/** Decimals of figures before they are normalised, and of everything after. */
const FIGURE_DECIMALS = 4;
const DECIMALS = 2;

/** A node of an own index: how it comes about, its formula with the numbers, and its parts, each one step further down. */
export function ExplainedIndex({
  explanation,
  quantity,
  definitions,
}: {
  readonly explanation: IndexExplanation;
  readonly quantity: OwnIndex['quantity'];
  readonly definitions: ScoringTable['definitions'];
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const { aggregate, weighting, isEqualInstead, parts, value } = explanation;
  const howOf = ({ isLeaf, direction, normalise }: IndexPart): string =>
    isLeaf
      ? [
          ...(quantity === 'K' || quantity === 'k'
            ? []
            : [t(direction === -1 ? 'ownIndex.lower' : 'ownIndex.higher')]),
          t(`ownIndex.normalisation.${normalise.method}`),
        ].join(' · ')
      : t('ownIndex.explained.group');
  return (
    <>
      <PanelSection title={t('made')}>
        <p className={classes.hint}>
          {t('ownIndex.explained.how', {
            aggregation: t(`ownIndex.aggregation.${aggregate}`),
            weights: t(`ownIndex.weighting.${weighting}`),
          })}
          {isEqualInstead && `${sentenceGap(language)}${t('ownIndex.explained.equalInstead')}`}
        </p>
        <table className={classes.table} data-testid="explained-index">
          <thead>
            <tr>
              <th>{t('ownIndex.explained.part')}</th>
              <th className={classes.number}>{t('ownIndex.explained.value')}</th>
              <th className={classes.number}>{t('ownIndex.explained.weight')}</th>
              <th className={classes.number}>{t('coverage')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr
                key={part.id}
                data-choosable
                onClick={() => dispatch(explainStep({ node: part.id, member: null }))}
              >
                <td>
                  <button type="button" className={classes.link}>
                    {words.nodeName(part.id, definitions)}
                  </button>
                  <div className={classes.muted}>{howOf(part)}</div>
                  {part.missing !== null && (
                    <div className={classes.muted}>{t(`reason.${part.missing}`)}</div>
                  )}
                  {part.figure !== null && (
                    <div className={classes.muted}>
                      {t('ownIndex.explained.figure', {
                        quantity: t(`ownIndex.quantities.${quantity}`),
                        value: formatNumber(part.figure, language, FIGURE_DECIMALS),
                      })}
                    </div>
                  )}
                </td>
                <td className={classes.number}>{formatNumber(part.value, language, DECIMALS)}</td>
                <td className={classes.number}>{formatNumber(part.weight, language, DECIMALS)}</td>
                <td
                  className={`${classes.number} ${classes.muted}`}
                  title={t('coverageOf', { used: part.used, all: part.possible })}
                >
                  {part.possible === 0 ? NO_VALUE : formatShare(part.used / part.possible, language, 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <MethodLink page="method" section={3} />
      </PanelSection>
      {value !== null && (
        <PanelSection title={t('formulaWithNumbers')}>
          <dl className={classes.figure}>
            <div className={classes.formula}>
              <dt>{t(`ownIndex.aggregation.${aggregate}`)}</dt>
              <dd>{indexFormula(explanation)}</dd>
            </div>
          </dl>
          {parts.some((part) => part.value === null) && (
            <p className={classes.hint}>{t('ownIndex.explained.dropOut')}</p>
          )}
        </PanelSection>
      )}
    </>
  );
}
