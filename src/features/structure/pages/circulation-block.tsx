import { Button, Progress } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import {
  agglomerationsByMember,
  circulationSharesOf,
  type CirculationShare,
} from '#core/structure/circulation.ts';
import { gravityFlowsOf } from '#core/structure/gravity.ts';
import { LONGEST_ROAD_MINUTES } from '#core/surface/city-travel-time.ts';
import type { TravelTimes } from '#core/structure/travel-times.ts';
import { useProject } from '#state/store.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { SECTIONS } from '../sections.ts';
import classes from '../structure.module.css';
import { publishedAgglomerations } from '../study/published-agglomerations.ts';
import { useCityName } from '../study/use-names.ts';
import { useOwnRides } from '../study/use-own-rides.ts';
import { useRegionTimes } from '../study/use-region-times.ts';
import { useStructureBase, type StructureBase } from '../study/use-structure-frame.ts';
import { OwnCirculation } from './own-circulation.tsx';

/** How gravity between all cities divides by where it circulates. Computed when asked: it takes all cities' times. */
export function CirculationBlock({ regions }: { readonly regions: readonly Region[] }) {
  const base = useStructureBase();
  return base === null ? null : (
    <>
      <Circulation base={base} regions={regions} />
      <OwnCirculation regions={regions} />
    </>
  );
}

function Circulation({
  base,
  regions,
}: {
  readonly base: StructureBase;
  readonly regions: readonly Region[];
}) {
  const { t } = useTranslation(['structure', 'terms']);
  const preset = useProject(({ circles }) => circles.preset);
  const language = useLanguage();
  const ownRides = useOwnRides();
  const about = t('circulation.note', { traffic: t(`traffic.${preset}`, { ns: 'terms' }) });
  const note = ownRides === null ? about : about + sentenceGap(language) + ownRides;
  const [isAsked, setAsked] = useState(false);
  const [shares, setShares] = useState<readonly CirculationShare[] | null>(null);
  return (
    <FigureBlock
      title={t('circulation.title')}
      note={note}
      fileName="circulation"
      anchor={SECTIONS.circulation}
      rows={
        shares === null
          ? null
          : () => [
              ['circulation', 'pairs', 'gravity', 'share'],
              ...shares.map(({ circulation, flows, sum, share }) => [circulation, flows, sum, share]),
            ]
      }
      wordOf={(column, code) =>
        column === 'circulation' ? t(`circulation.classes.${code as 'abroad'}`) : undefined
      }
    >
      {isAsked ? (
        <Running base={base} regions={regions} onShares={setShares} onCancel={() => setAsked(false)} />
      ) : (
        <Button variant="default" size="xs" onClick={() => setAsked(true)}>
          {t('moran.compute')}
        </Button>
      )}
    </FigureBlock>
  );
}

function Running({
  base,
  regions,
  onShares,
  onCancel,
}: {
  readonly base: StructureBase;
  readonly regions: readonly Region[];
  readonly onShares: (shares: readonly CirculationShare[]) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['structure']);
  const members = useMemo(() => [...base.frame.figures.population.values.keys()], [base]);
  const times = useRegionTimes(members, 'door-to-door');
  if (times.kind === 'ready')
    return (
      <Shares
        times={times.times}
        unplaced={times.unplaced}
        base={base}
        regions={regions}
        onShares={onShares}
      />
    );
  if (times.kind === 'failed')
    return (
      <Notice
        kind="failed"
        title={t('ties.failed')}
        action={{ label: t('circulation.again'), onClick: onCancel }}
      >
        {computationWords(times.failure).message} {computationWords(times.failure).nextStep}
      </Notice>
    );
  return (
    <Notice kind="loading" title={t('ties.progress', { done: times.done, total: times.total })}>
      <Progress value={(100 * times.done) / Math.max(1, times.total)} size={3} mb={8} />
      <Button variant="default" size="xs" onClick={onCancel}>
        {t('moran.cancel')}
      </Button>
    </Notice>
  );
}

function Shares({
  times,
  unplaced,
  base,
  regions,
  onShares,
}: {
  readonly times: TravelTimes;
  readonly unplaced: readonly Adcode[];
  readonly base: StructureBase;
  readonly regions: readonly Region[];
  readonly onShares: (shares: readonly CirculationShare[]) => void;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(base.units);
  const { shares, flows } = useMemo(() => {
    const gravity = gravityFlowsOf(times, base.frame.figures.population.values);
    const byMember = agglomerationsByMember(publishedAgglomerations(regions));
    const found = circulationSharesOf(gravity.flows, {
      prefectureOf: (place) => place,
      agglomerationsOf: (place) => byMember.get(place) ?? [],
    });
    return { shares: found, flows: gravity };
  }, [times, base, regions]);
  useEffect(() => onShares(shares), [onShares, shares]);
  return (
    <>
      <table className={classes.table} data-testid="circulation">
        <thead>
          <tr>
            <th>{t('circulation.class')}</th>
            <th>{t('circulation.pairs')}</th>
            <th>{t('circulation.share')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ circulation, flows: count, share }) => (
            <tr key={circulation}>
              <td>{t(`circulation.classes.${circulation}`)}</td>
              <td>{count === 0 ? '—' : formatNumber(count, language)}</td>
              <td>{count === 0 ? '—' : formatShare(share, language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.after}>
        {t('circulation.empty')}
        {flows.pairsWithoutTime.length > 0 &&
          `${sentenceGap(language)}${t('ties.noTime', {
            count: flows.pairsWithoutTime.length,
            pairs: formatNumber(flows.pairsWithoutTime.length, language),
            minutes: LONGEST_ROAD_MINUTES,
          })}${t('stop')}`}
        {unplaced.length > 0 &&
          `${sentenceGap(language)}${t('circulation.unplaced', { count: unplaced.length, names: unplaced.map(nameOf).join(t('comma')) })}`}
      </p>
    </>
  );
}
