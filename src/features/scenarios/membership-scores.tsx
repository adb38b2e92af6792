import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { Scenario } from '#state/project-document.ts';
import { baseOptionsOf, scoreOptionsOf } from '#state/score-choices.ts';
import { useProject } from '#state/store.ts';
import { formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './scenarios.module.css';

/** Scores of the compared agglomerations before and after the scenario's moves of members; nothing where none moves. */
export function MembershipScores({ scenario }: { readonly scenario: Scenario }) {
  return scenario.edits.some(({ type }) => type === 'move-member') ? (
    <MovedScores scenario={scenario} />
  ) : null;
}

function MovedScores({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const integration = useProject((document) => document.integration);
  const variants = useProject(({ view }) => view.regionVariants);
  const figures = useArtefact('indicators');
  const employment = useArtefact('employment');
  const lines = useArtefact('rail-lines');
  const units = useArtefact('units');
  const regions = useArtefact('regions');
  const ownIndex = useProject((document) => document.ownIndex);
  const tables = useProject((document) => document.ownTables);
  const { set, agglomerationIds, year, preset, options: choices } = integration;
  const { edits } = scenario;

  const input = useMemo(
    () =>
      figures === null || employment === null || lines === null || units === null || regions === null
        ? null
        : {
            table: figures.table,
            employment,
            lines,
            units: units.units.map(({ adcode }) => adcode),
            variants: regions.flatMap((region) => region.variants),
            exchangeRates: figures.cnyPerUsd,
          },
    [figures, employment, lines, units, regions],
  );
  const before = useMemo(() => (input === null ? null : deriveIndicators(input)), [input]);
  const rows = useMemo(() => {
    if (input === null || before === null || regions === null) return null;
    const chosen = selectRegions(regions, set === 'custom' ? agglomerationIds : set, variants);
    if (!chosen.ok) return [];
    const base = baseOptionsOf(preset, { index: ownIndex, definitions: before.definitions, tables });
    const options = scoreOptionsOf(base, choices);
    const moved = movedRegions(chosen.value, edits);
    // Krugman's index holds a city against its agglomeration's other cities: it must be derived anew.
    const membersOf = new Map(moved.map(({ variantKey, members }) => [variantKey, members]));
    const after = deriveIndicators({
      ...input,
      variants: input.variants.map((variant) => ({
        ...variant,
        statisticalMembers: membersOf.get(variant.key) ?? variant.statisticalMembers,
      })),
    });
    const scoresOf = (table: typeof after, members: typeof moved) => {
      const scored = scoreRegions(table, members, options).years.find((each) => each.year === year);
      return new Map((scored?.agglomerations ?? []).map((region) => [region.id, region.composite]));
    };
    const scoresBefore = scoresOf(before, chosen.value);
    const scoresAfter = scoresOf(after, moved);
    return moved.map((region, index) => ({
      id: region.id,
      isMoved: region !== chosen.value[index],
      before: scoresBefore.get(region.id) ?? null,
      after: scoresAfter.get(region.id) ?? null,
      members: [chosen.value[index]?.members.length ?? 0, region.members.length] as const,
    }));
  }, [
    input,
    before,
    regions,
    set,
    agglomerationIds,
    variants,
    preset,
    choices,
    edits,
    year,
    ownIndex,
    tables,
  ]);

  const nameOf = (id: string): string => {
    const region = (regions ?? []).find((each) => each.id === id);
    return region === undefined ? id : pickName(region, language);
  };
  const sorted = (rows ?? []).toSorted((a, b) => Number(b.isMoved) - Number(a.isMoved));
  return (
    <PanelSection title={t('scores')}>
      <p className={classes.hint}>{t('scoresNote', { year })}</p>
      {rows === null && <Notice kind="loading" title={t('computing')} />}
      {rows?.length === 0 && <Notice kind="failed" title={t('scoresFailed')} />}
      <table className={classes.table} data-testid="membership-scores">
        <thead>
          <tr>
            <th aria-label={t('region')} />
            <th>{t('before')}</th>
            <th>{t('after')}</th>
            <th>{t('shown.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, isMoved, before: old, after, members }) => {
            const change = old === null || after === null ? null : after - old;
            return (
              <tr key={id}>
                <th scope="row">
                  {nameOf(id)}
                  {isMoved && ` (${members[0]} → ${members[1]})`}
                </th>
                <td>{formatNumber(old, language, 3)}</td>
                <td>{formatNumber(after, language, 3)}</td>
                <td
                  className={
                    change === null || Math.abs(change) < 0.0005
                      ? undefined
                      : change > 0
                        ? classes.better
                        : classes.worse
                  }
                >
                  {formatSigned(change, language, 3)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PanelSection>
  );
}
