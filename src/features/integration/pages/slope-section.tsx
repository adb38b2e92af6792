import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesWithFigures } from '#core/scoring/composite/explain-index.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useProject } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ChartButtons } from '../charts/export-buttons.tsx';
import { SlopeChart } from '../charts/slope-chart.tsx';
import classes from '../integration.module.css';
import { idOfNode, indicatorsIn } from '../measure/score-nodes.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { fullStop, listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { rankedNode } from './ranked-node.ts';
import { scoresOverYears } from './ranked-rows.ts';

/** How the agglomerations moved over the years of the panel, by rank or by score. */
export function SlopeSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const svg = useRef<SVGSVGElement>(null);
  const [by, setBy] = useState<'rank' | 'score'>('rank');
  const shown = useProject(({ integration }) => integration.shown);
  const index = useProject(({ integration, ownIndex }) =>
    integration.shown.kind === 'index' ? ownIndex : null,
  );
  const node = rankedNode(shown);
  const { years } = result.panel;

  const otherSets = words.otherSets(
    'years',
    years.map((year) => ({
      label: t('otherSets.ofYear', { year }),
      used:
        index === null
          ? indicatorsIn(result, year, node)
          : leavesWithFigures(result, index, year, idOfNode(node), null),
    })),
  );

  const columns = scoresOverYears(result, node, index);
  const gaps = years.filter((_, i) => [...(columns[i]?.values() ?? [])].every(({ value }) => value === null));
  const regions = result.panel.regions.map(({ id }) => ({
    id,
    name: nameOfRegion(source.regions, id, language),
  }));
  const name = words.nodeName(idOfNode(node), source.table.definitions);
  return (
    <PanelSection
      title={t('slopeOf', { name })}
      aside={
        <ChartButtons
          title={t('slopeOf', { name })}
          about=""
          name={`slope-${idOfNode(node)}`}
          svg={svg}
          rows={[
            ['id', 'name', ...years.flatMap((year) => [`score_${year}`, `rank_${year}`])],
            ...regions.map(({ id, name: region }) => [
              id,
              region,
              ...columns.flatMap((column) => [column.get(id)?.value ?? null, column.get(id)?.rank ?? null]),
            ]),
          ]}
        />
      }
    >
      <SegmentedControl
        data={[
          { value: 'rank', label: t('asRank') },
          { value: 'score', label: t('asScore') },
        ]}
        value={by}
        onChange={(value) => setBy(value === 'score' ? 'score' : 'rank')}
        mb={4}
      />
      <SlopeChart
        svg={svg}
        label={t('slopeOf', { name })}
        by={by}
        years={years}
        columns={columns}
        regions={regions}
      />
      <p className={classes.hint}>
        {gaps.length > 0 && `${t('slopeGap', { years: listed(gaps, language) })}${sentenceGap(language)}`}
        {otherSets !== null && `${otherSets}${fullStop(language)}${sentenceGap(language)}`}
        {t('slopeHint')}
      </p>
    </PanelSection>
  );
}
