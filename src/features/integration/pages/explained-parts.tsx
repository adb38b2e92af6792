import { useTranslation } from 'react-i18next';
import type { Explanation } from '#core/scoring/explain-score.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import { scoresOfYear } from '#core/scoring/score.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import classes from '../integration.module.css';
import { idOfNode } from '../measure/score-nodes.ts';
import { decimalsOf } from '../measure/scenario-view.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ShownScore } from '../measure/use-shown-score.ts';

/** Decimals of scores. */
const DECIMALS = 2;

/** What a score is made of, each part one step further down; under a scenario beside the present. */
export function ExplainedParts({
  explanation,
  present,
  score: { result, source },
}: {
  readonly explanation: Explanation;
  /** The same step of the present; `null` where no scenario is shown. */
  readonly present: Explanation | null;
  readonly score: ShownScore;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const words = useMeasureWords();
  const { definitions } = source.table;
  const score = scoresOfYear(result, explanation.year)?.agglomerations.find(
    ({ variantKey }) => variantKey === explanation.variantKey,
  );
  const weightOf = (node: ScoreNode): number =>
    (node.kind === 'dimension'
      ? score?.dimensions.find(({ id }) => id === node.id)?.weight
      : score?.dimensions
          .flatMap(({ indicators }) => indicators)
          .find(({ id }) => node.kind === 'indicator' && id === node.id)?.weight) ?? 1;
  const rows = explanation.children.map((part) => {
    const id = idOfNode(part.node);
    const earlier = present?.children.find(({ node }) => idOfNode(node) === id)?.value ?? null;
    const change = part.value === null || earlier === null ? null : part.value - earlier;
    return { ...part, id, earlier, change };
  });
  const decimals = decimalsOf(
    rows.map(({ change }) => change),
    DECIMALS,
  );
  return (
    <PanelSection title={t('made')}>
      <table className={classes.table} data-testid="explained-parts">
        {present !== null && (
          <thead>
            <tr>
              <td />
              <th className={classes.number}>{t('scenarioSide.before')}</th>
              <th className={classes.number}>{t('scenarioSide.after')}</th>
              <th className={classes.number}>{t('scenarioSide.difference')}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ node, id, value, reason, earlier, change }) => {
            const weight = weightOf(node);
            const definition = node.kind === 'indicator' ? definitions.get(id) : undefined;
            return (
              <tr key={id} data-choosable onClick={() => dispatch(explainStep({ node: id, member: null }))}>
                <td>
                  <button type="button" className={classes.link}>
                    {words.nodeName(id, definitions)}
                  </button>
                  <span className={classes.tags}>
                    {definition?.inPaper === false && <span>{t('extra')}</span>}
                    {definition?.provenance === 'modelled' && <ProvenanceTag provenance="modelled" />}
                    {weight !== 1 && <span>{t('weighted', { weight })}</span>}
                  </span>
                  {reason !== null && <div className={classes.muted}>{t(`reason.${reason}`)}</div>}
                </td>
                {present !== null && (
                  <td className={`${classes.number} ${classes.muted}`}>
                    {formatNumber(earlier, language, DECIMALS)}
                  </td>
                )}
                <td className={classes.number}>{formatNumber(value, language, DECIMALS)}</td>
                {present !== null && (
                  <td className={classes.number}>{formatSigned(change, language, decimals)}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </PanelSection>
  );
}
