import { useTranslation } from 'react-i18next';
import { nameLanguage } from '#core/geography/name-language.ts';
import { useProject } from '#state/store.ts';
import { classRange } from '#map/legend/class-range.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import type { IntegrationWords } from '../measure/measure-words.ts';
import { otherLeavesOfSides, otherSetsOfSides } from '../measure/other-sets.ts';
import { idOfNode, nodeOf } from '../measure/score-nodes.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ShownScore } from '../measure/use-shown-score.ts';
import { comparedVariant, type ExplainedNode, type NodeQuestion } from './explained-node.ts';
import { HeldAgainstPresent } from './held-against-present.tsx';
import { rankedNode } from './ranked-node.ts';
import type { ColourOfRegion } from './use-colour-of-region.ts';

/** Why a part has no value, in words; empty where it has one. */
function reasonOf({ inIndex, leaf, inScore }: ExplainedNode, t: IntegrationWords): string {
  if (inIndex !== null)
    return inIndex.reason === null ? '' : t(`ownIndex.explained.reason.${inIndex.reason}`);
  if (leaf === null) return inScore === null || inScore.reason === null ? '' : t(`reason.${inScore.reason}`);
  if (leaf.missing === null) return '';
  return leaf.missing === 'no-figure' || leaf.missing === 'no-spread'
    ? t(`ownIndex.explained.reason.${leaf.missing}`)
    : t(`reason.${leaf.missing}`);
}

/** The value of what is explained: beside the present's under a scenario, why there is none, and its class on the map. */
export function ExplainedValue({
  score,
  question,
  explained,
  present,
  colour,
}: {
  readonly score: ShownScore;
  readonly question: NodeQuestion;
  readonly explained: ExplainedNode;
  /** What a scenario's side is held against; `null` for the present. */
  readonly present: ExplainedNode | null;
  /** How the map colours the region; `null` where it does not. */
  readonly colour: ColourOfRegion | null;
}) {
  const { result, under } = score;
  const { regionId, nodeId, year, index } = question;
  const { inIndex, leaf, inScore } = explained;
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const isOfMap = useProject(({ integration }) => idOfNode(rankedNode(integration.shown)) === nodeId);
  const node = nodeOf(nodeId);
  const value = (inIndex ?? leaf ?? inScore)?.value ?? null;
  const presentValue =
    (index === null ? present?.inScore : (present?.inIndex ?? present?.leaf))?.value ?? null;
  const reason = reasonOf(explained, t);
  return (
    <div>
      <p className={classes.big} data-testid="explained-value">
        {formatNumber(value, language, 2)}
        <small>
          {node.kind === 'indicator' && inIndex === null && leaf === null
            ? `K · ${year}`
            : `${t('unit.score')} · ${year}`}
        </small>
      </p>
      {under !== null && (
        <HeldAgainstPresent
          scenario={under.scenario}
          present={presentValue}
          after={value}
          otherSets={
            index === null
              ? otherSetsOfSides(score, node, year, words, t)
              : otherLeavesOfSides(
                  score,
                  { index, node: nodeId, variantKey: comparedVariant(result, regionId) ?? null },
                  year,
                  words,
                  t,
                )
          }
        />
      )}
      {reason !== '' && <p className={classes.hint}>{reason}</p>}
      {colour !== null && isOfMap && (
        <p className={classes.colour}>
          <i style={{ background: colour.colour }} aria-hidden="true" />
          {t('classStep', {
            index: colour.index + 1,
            classes: colour.limits.length - 1,
            range: classRange(
              colour.limits,
              colour.index,
              colour.decimals,
              nameLanguage(language),
              colour.isSigned,
            ),
          })}
        </p>
      )}
    </div>
  );
}
