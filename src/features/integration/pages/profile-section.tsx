import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch, useProject } from '#state/store.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ChartButtons } from '../charts/export-buttons.tsx';
import { ProfileChart } from '../charts/profile-chart.tsx';
import classes from '../integration.module.css';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** The five dimensions of the selected agglomeration among all compared ones. */
export function ProfileSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const year = useProject(({ integration }) => integration.year);
  const isIndex = useProject(({ integration }) => integration.shown.kind === 'index');
  const selected = useSelectedRegion();
  const onMap = useHovered('map');
  const inPanel = useHovered('panel');
  const lit = [onMap, inPanel].flatMap((one) => (one?.kind === 'region' ? [one.regionId] : []));
  const regions = scoresOfYear(result, year)?.agglomerations ?? [];
  const chosen = regions.find(({ id }) => id === selected);
  const scoreIn = (region: (typeof regions)[number], dimension: string) =>
    region.dimensions.find(({ id }) => id === dimension)?.score ?? null;
  const title =
    chosen === undefined
      ? t('profile')
      : `${t('profile')} · ${nameOfRegion(source.regions, chosen.id, language)}`;
  return (
    <PanelSection
      title={title}
      aside={
        <ChartButtons
          title={title}
          name={`profile-${year}`}
          svg={svg}
          rows={[
            ['id', 'name', ...DIMENSION_ORDER],
            ...regions.map((region) => [
              region.id,
              nameOfRegion(source.regions, region.id, language),
              ...DIMENSION_ORDER.map((id) => scoreIn(region, id)),
            ]),
          ]}
        />
      }
    >
      <ProfileChart
        svg={svg}
        label={title}
        rows={DIMENSION_ORDER.map((dimension) => ({
          dimension,
          label: t(`dimension.${dimension}`, { ns: 'terms' }),
          marks: regions.flatMap((region) => {
            const value = scoreIn(region, dimension);
            const name = nameOfRegion(source.regions, region.id, language);
            return value === null ? [] : [{ id: region.id, name, value }];
          }),
          own: chosen && scoreIn(chosen, dimension),
        }))}
        lit={lit}
        noData={t('noData', { ns: 'terms' })}
        unit={t('unit.score')}
        language={language}
        onPoint={(regionId) => setHovered('panel', regionId === null ? null : { kind: 'region', regionId })}
        onChoose={(regionId) => dispatch(select({ kind: 'region', regionId }))}
      />
      <p className={classes.hint}>
        {isIndex && `${t('ownIndex.recipeInstead')} `}
        {chosen === undefined
          ? [t('profileHint'), t('profileChoose')].join(sentenceGap(language))
          : t('profileHint')}
      </p>
    </PanelSection>
  );
}
