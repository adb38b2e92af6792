import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { indexPath } from '#core/scoring/composite/explain-index.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import type { Selection } from '#state/document/view-state.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import { idOfNode, nodeOf } from '../measure/score-nodes.ts';
import type { ShownScore } from '../measure/use-shown-score.ts';
import { nameOfRegion } from '../region-names.ts';
import { ExplainedIndex } from './explained-index.tsx';
import { ExplainedLeaf } from './explained-leaf.tsx';
import { ExplainedFormulas } from './explained-formulas.tsx';
import { ExplainedMembers } from './explained-members.tsx';
import { type ExplainedNode, explainNode, type NodeQuestion } from './explained-node.ts';
import { ExplainedParts } from './explained-parts.tsx';
import { ExplainedSteps, MemberName } from './explained-steps.tsx';
import { ExplainedValue } from './explained-value.tsx';
import { rankedNode } from './ranked-node.ts';
import { SourceRows } from './source-rows.tsx';
import { useColourOfRegion } from './use-colour-of-region.ts';

/** The region to explain: the selected one, or the first compared one that the selected city belongs to. */
function explainedRegion(selection: Selection, result: ScoreResult): string | null {
  if (selection.kind === 'region') return selection.regionId;
  if (selection.kind !== 'unit') return null;
  return result.panel.regions.find(({ members }) => members.includes(selection.adcode))?.id ?? null;
}

/** Ids of the parts from the whole down to the one that is explained. */
function pathTo({ nodeId, index }: NodeQuestion, { panel }: ScoreResult): readonly string[] {
  if (index !== null) return indexPath(index.declaration, nodeId);
  const node = nodeOf(nodeId);
  if (node.kind === 'composite') return ['composite'];
  const dimension = panel.indicators.find(({ id }) => id === nodeId)?.dimension;
  return ['composite', ...(dimension === undefined ? [] : [dimension]), nodeId];
}

/** From the colour of a polygon down to the source rows, one step a view; every step has its link. */
export function ExplainPage({ score }: { readonly score: ShownScore }) {
  const { result, source, under } = score;
  const { t } = useTranslation(['integration']);
  const selection = useProject(({ view }) => view.selection);
  const shown = useProject(({ integration }) => integration.shown);
  const step = useProject(({ integration }) => integration.explained);
  const year = useProject(({ integration }) => integration.year);
  const index = useProject(({ ownIndex }) => (shown.kind === 'index' ? ownIndex : null));
  const regionId = explainedRegion(selection, result);
  const colour = useColourOfRegion(result, regionId);
  const node = step === null ? rankedNode(shown) : nodeOf(step.node);
  const question: NodeQuestion = { regionId, nodeId: idOfNode(node), year, index };
  const explained = explainNode(result, question);
  if (explained.inScore === null && explained.inIndex === null) {
    const isUnscored = regionId !== null && !result.panel.regions.some(({ id }) => id === regionId);
    return (
      <div className={classes.head} style={{ paddingTop: 12 }}>
        <RegionChoice score={score} regionId={regionId} />
        <p className={classes.hint}>{isUnscored ? t('notScored') : t('explainChoose')}</p>
      </div>
    );
  }
  const present = under === null ? null : explainNode(under.present, question);
  const member = node.kind === 'indicator' ? (step?.member ?? null) : null;
  return (
    <>
      <div className={classes.head} style={{ paddingTop: 12 }}>
        <RegionChoice score={score} regionId={regionId} />
        <ExplainedSteps
          path={pathTo(question, result)}
          member={member}
          definitions={source.table.definitions}
        />
        {member === null && (
          <ExplainedValue
            score={score}
            question={question}
            explained={explained}
            present={present}
            colour={colour}
          />
        )}
      </div>
      <ExplainedDetail
        score={score}
        question={question}
        explained={explained}
        present={present?.inScore ?? null}
        member={member}
      />
    </>
  );
}

/** The compared regions, of which one is explained. */
function RegionChoice({
  score: { result, source },
  regionId,
}: {
  readonly score: ShownScore;
  readonly regionId: string | null;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  return (
    <Select
      aria-label={t('explainRegion')}
      placeholder={t('explainRegion')}
      data={result.panel.regions.map(({ id }) => ({
        value: id,
        label: nameOfRegion(source.regions, id, language),
      }))}
      value={regionId}
      searchable
      onChange={(id) => id !== null && dispatch(select({ kind: 'region', regionId: id }))}
    />
  );
}

/** What the value is made of: parts, formulas, members, or the source rows of one member (its adcode). */
function ExplainedDetail({
  score,
  question,
  explained: { inIndex, leaf, inScore },
  present,
  member,
}: {
  readonly score: ShownScore;
  readonly question: NodeQuestion;
  readonly explained: ExplainedNode;
  /** What a scenario's side is held against; `null` for the present. */
  readonly present: ExplainedNode['inScore'];
  readonly member: string | null;
}) {
  const { result, source } = score;
  const { nodeId, year, index } = question;
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  if (inIndex !== null && index !== null)
    return (
      <ExplainedIndex
        explanation={inIndex}
        quantity={index.quantity}
        definitions={source.table.definitions}
      />
    );
  if (inScore === null) return null;
  if (member === null)
    return (
      <>
        {inScore.children.length > 0 && (
          <ExplainedParts explanation={inScore} present={present} score={score} />
        )}
        {leaf === null ? (
          <ExplainedFormulas explanation={inScore} result={result} source={source} />
        ) : (
          <ExplainedLeaf leaf={leaf} result={result} source={source} />
        )}
        {inScore.members.length > 0 && (
          <ExplainedMembers explanation={inScore} present={present} source={source} />
        )}
      </>
    );
  const memberIn = (of: typeof present) => of?.members.find(({ adcode }) => adcode === member) ?? null;
  const explainedMember = memberIn(inScore);
  if (explainedMember === null)
    return (
      <p className={classes.hint} style={{ padding: '0 20px' }}>
        <MemberName adcode={member} />
        {t('notAMember', { region: nameOfRegion(source.regions, inScore.regionId, language) })}
      </p>
    );
  return (
    <SourceRows
      input={source.input}
      table={source.table}
      variantKey={inScore.variantKey}
      indicator={nodeId}
      region={source.regions.find(({ id }) => id === inScore.regionId)}
      member={explainedMember}
      present={memberIn(present)}
      scoredYear={year}
    />
  );
}
