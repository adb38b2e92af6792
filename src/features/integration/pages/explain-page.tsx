import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf } from '#core/classify/classify.ts';
import { explainIndex, indexPath } from '#core/scoring/composite/explain-index.ts';
import { explainLeaf } from '#core/scoring/composite/explain-leaf.ts';
import { explainScore, type ClassStep } from '#core/scoring/explain-score.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { explainStep } from '#state/commands/integration-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import type { Selection } from '#state/document/view-state.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import { otherLeavesOfSides, otherSetsOfSides } from '../measure/other-sets.ts';
import { idOfNode, nodeOf } from '../measure/score-nodes.ts';
import { useColouredMeasure } from '../measure/use-measure.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ShownScore } from '../measure/use-shown-score.ts';
import { shortName } from '../region-names.ts';
import { ExplainedIndex } from './explained-index.tsx';
import { ExplainedLeaf } from './explained-leaf.tsx';
import { ExplainedFormulas } from './explained-formulas.tsx';
import { ExplainedMembers } from './explained-members.tsx';
import { ExplainedParts } from './explained-parts.tsx';
import { HeldAgainstPresent } from './held-against-present.tsx';
import { rankedNode } from './ranked-node.ts';
import { SourceRows } from './source-rows.tsx';
import { useUnitName } from './use-unit-name.ts';

/** The region to explain: the selected one, or the first compared one that the selected city belongs to. */
function explainedRegion(selection: Selection, result: ScoreResult): string | null {
  if (selection.kind === 'region') return selection.regionId;
  if (selection.kind !== 'unit') return null;
  return result.panel.regions.find(({ members }) => members.includes(selection.adcode))?.id ?? null;
}

/** From the colour of a polygon down to the source rows, one step a view; every step has its link. */
export function ExplainPage({ score }: { readonly score: ShownScore }) {
  const { result, source, under } = score;
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const selection = useProject(({ view }) => view.selection);
  const shown = useProject(({ integration }) => integration.shown);
  const step = useProject(({ integration }) => integration.explained);
  const year = useProject(({ integration }) => integration.year);
  const measure = useColouredMeasure();
  const index = useProject(({ ownIndex }) => (shown.kind === 'index' ? ownIndex : null));
  const regionId = explainedRegion(selection, result);
  const mapNode = rankedNode(shown);
  const node = step === null ? mapNode : nodeOf(step.node);
  const nodeId = idOfNode(node);
  const { definitions } = source.table;

  const classStep = useMemo((): (ClassStep & { colour: string }) | null => {
    const variantKey = result.panel.regions.find(({ id }) => id === regionId)?.variantKey;
    if (measure === null || variantKey === undefined || measure.view.level !== 'agglomeration') return null;
    const index = classOf(measure.classification, measure.view.values.get(variantKey) ?? null);
    const { bounds, counts } = measure.classification;
    const [from, to, colour] =
      index === null ? [] : [bounds[index], bounds[index + 1], measure.colours[index]];
    if (index === null || from === undefined || to === undefined || colour === undefined) return null;
    return { index, classes: counts.length, from, to, colour };
  }, [measure, regionId, result]);
  const keyIn = (one: ScoreResult) => one.panel.regions.find(({ id }) => id === regionId)?.variantKey;
  const explainedIn = (one: ScoreResult) => {
    const variantKey = keyIn(one);
    return index === null || variantKey === undefined
      ? null
      : explainIndex(one, index, year, variantKey, nodeId);
  };
  const leafIn = (one: ScoreResult) => {
    const variantKey = keyIn(one);
    return index === null || variantKey === undefined
      ? null
      : explainLeaf(one, index, year, variantKey, nodeId);
  };
  const inIndex = explainedIn(result);
  const leaf = leafIn(result);
  const explanation = regionId === null ? null : explainScore(result, regionId, year, node, classStep);
  const present =
    regionId === null || under === null ? null : explainScore(under.present, regionId, year, node);
  const presentInIndex =
    under === null || index === null ? null : (explainedIn(under.present) ?? leafIn(under.present));
  const presentValue = index === null ? (present?.value ?? null) : (presentInIndex?.value ?? null);

  const chooser = (
    <Select
      aria-label={t('explainRegion')}
      placeholder={t('explainRegion')}
      data={result.panel.regions.map(({ id }) => ({
        value: id,
        label: shortName(source.regions, id, language),
      }))}
      value={regionId}
      searchable
      onChange={(id) => id !== null && dispatch(select({ kind: 'region', regionId: id }))}
    />
  );
  const value = (inIndex ?? leaf ?? explanation)?.value ?? null;
  if (regionId === null || (explanation === null && inIndex === null)) {
    const isCompared = result.panel.regions.some(({ id }) => id === regionId);
    return (
      <div className={classes.head} style={{ paddingTop: 12 }}>
        {chooser}
        <p className={classes.hint}>
          {regionId !== null && !isCompared ? t('notScored') : t('explainChoose')}
        </p>
      </div>
    );
  }
  const dimension =
    node.kind === 'indicator'
      ? result.panel.indicators.find(({ id }) => id === node.id)?.dimension
      : undefined;
  const path: readonly string[] =
    index === null
      ? [
          'composite',
          ...(dimension === undefined ? [] : [dimension]),
          ...(node.kind === 'composite' ? [] : [nodeId]),
        ]
      : indexPath(index.declaration, nodeId);
  const member = node.kind === 'indicator' ? (step?.member ?? null) : null;
  const explained = explanation?.members.find(({ adcode }) => adcode === member) ?? null;
  const isMapNode = nodeId === idOfNode(mapNode);
  const reason =
    inIndex !== null
      ? inIndex.reason && t(`ownIndex.explained.reason.${inIndex.reason}`)
      : leaf === null
        ? explanation?.reason && t(`reason.${explanation.reason}`)
        : leaf.missing === 'no-figure' || leaf.missing === 'no-spread'
          ? t(`ownIndex.explained.reason.${leaf.missing}`)
          : leaf.missing && t(`reason.${leaf.missing}`);
  return (
    <>
      <div className={classes.head} style={{ paddingTop: 12 }}>
        {chooser}
        <nav aria-label={t('steps')}>
          <ol className={classes.crumbs}>
            {path.map((one, i) => {
              const name = words.nodeName(one, definitions);
              return (
                <li key={one}>
                  {i === path.length - 1 && member === null ? (
                    <span aria-current="step">{name}</span>
                  ) : (
                    <button
                      type="button"
                      className={classes.link}
                      onClick={() => dispatch(explainStep({ node: one, member: null }))}
                    >
                      {name}
                    </button>
                  )}
                </li>
              );
            })}
            {member !== null && (
              <li>
                <span aria-current="step">
                  <MemberName adcode={member} />
                </span>
              </li>
            )}
          </ol>
        </nav>
        {member === null && (
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
                        { index, node: nodeId, variantKey: keyIn(result) ?? null },
                        year,
                        words,
                        t,
                      )
                }
              />
            )}
            {typeof reason === 'string' && <p className={classes.hint}>{reason}</p>}
            {classStep !== null && isMapNode && measure !== null && (
              <p className={classes.colour}>
                <i style={{ background: classStep.colour }} aria-hidden="true" />
                {t('classStep', {
                  index: classStep.index + 1,
                  classes: classStep.classes,
                  from: formatNumber(classStep.from, language, measure.view.decimals),
                  to: formatNumber(classStep.to, language, measure.view.decimals),
                })}
              </p>
            )}
          </div>
        )}
      </div>
      {inIndex !== null && index !== null ? (
        <ExplainedIndex explanation={inIndex} quantity={index.quantity} definitions={definitions} />
      ) : explanation === null ? null : member === null ? (
        <>
          {explanation.children.length > 0 && (
            <ExplainedParts explanation={explanation} present={present} score={score} />
          )}
          {leaf === null ? (
            <ExplainedFormulas explanation={explanation} result={result} source={source} />
          ) : (
            <ExplainedLeaf leaf={leaf} result={result} source={source} />
          )}
          {explanation.members.length > 0 && (
            <ExplainedMembers explanation={explanation} present={present} source={source} />
          )}
        </>
      ) : explained === null ? (
        <p className={classes.hint} style={{ padding: '0 20px' }}>
          <MemberName adcode={member} />
          {t('notAMember', { region: shortName(source.regions, explanation.regionId, language) })}
        </p>
      ) : (
        <SourceRows
          input={source.input}
          table={source.table}
          variantKey={explanation.variantKey}
          indicator={nodeId}
          region={source.regions.find(({ id }) => id === explanation.regionId)}
          member={explained}
          present={present?.members.find(({ adcode }) => adcode === member) ?? null}
          scoredYear={year}
        />
      )}
    </>
  );
}

/** Name of the member of a link, which may be a county: then counties are asked for. */
function MemberName({ adcode }: { readonly adcode: string }) {
  const language = useLanguage();
  const isPrefecture = useUnits().has(adcode);
  const county = useArtefact('units-county', !isPrefecture)?.units.find((unit) => unit.adcode === adcode);
  const nameOf = useUnitName();
  return <>{county === undefined || isPrefecture ? nameOf(adcode) : pickName(county, language)}</>;
}
