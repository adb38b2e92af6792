import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { ABROAD, agglomerationsByMember, circulationSharesOf } from '#core/structure/circulation.ts';
import type { CommutingFlows } from '#core/structure/commuting-rings.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { useFlowsInUse } from '#state/travel-files/use-flows.ts';
import { formatCompact, formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import classes from '../structure.module.css';
import { publishedAgglomerations } from '../study/published-agglomerations.ts';

/** The people of one's own OD table by where they circulate, within cities and abroad too; nothing without a table. */
export function OwnCirculation({ regions }: { readonly regions: readonly Region[] }) {
  const flows = useFlowsInUse();
  return flows === null ? null : <Shares flows={flows} regions={regions} />;
}

/** What tells which city a county is of. */
const PLACES = ['units', 'units-county'] as const;

function Shares({ flows, regions }: { readonly flows: CommutingFlows; readonly regions: readonly Region[] }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const prefectures = useArtefact('units');
  const counties = useArtefact('units-county');
  const data = useDataState(PLACES);
  const shares = useMemo(() => {
    if (prefectures === null || counties === null) return null;
    const cityOf = new Map([
      ...prefectures.units.map(({ adcode }) => [adcode, adcode] as const),
      ...counties.units.map(({ adcode, prefecture }) => [adcode, prefecture ?? adcode] as const),
    ]);
    const byMember = agglomerationsByMember(publishedAgglomerations(regions));
    return circulationSharesOf(
      flows.from.map((from, at) => ({
        from,
        to: flows.to[at] ?? ABROAD,
        value: flows.people[at] ?? 0,
      })),
      {
        prefectureOf: (place) => cityOf.get(place),
        agglomerationsOf: (place) => byMember.get(cityOf.get(place) ?? place) ?? [],
      },
    );
  }, [flows, regions, prefectures, counties]);
  return (
    <FigureBlock
      title={t('circulation.own')}
      note={t('circulation.ownNote', { name: flows.name })}
      fileName="circulation-own"
      rows={
        shares === null
          ? null
          : () => [
              ['circulation', 'pairs', 'people', 'share'],
              ...shares.map(({ circulation, flows: count, sum, share }) => [circulation, count, sum, share]),
            ]
      }
      wordOf={(column, code) =>
        column === 'circulation' ? t(`circulation.classes.${code as 'abroad'}`) : undefined
      }
    >
      {shares === null ? (
        <DataNotice waiting={t('computing')} data={data} />
      ) : (
        <table className={classes.table} data-testid="own-circulation">
          <thead>
            <tr>
              <th>{t('circulation.class')}</th>
              <th>{t('circulation.pairs')}</th>
              <th>{t('circulation.people')}</th>
              <th>{t('circulation.ownShare')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ circulation, flows: count, sum, share }) => (
              <tr key={circulation}>
                <td className={classes.words}>{t(`circulation.classes.${circulation}`)}</td>
                <td>{count === 0 ? '—' : formatNumber(count, language)}</td>
                <td>{count === 0 ? '—' : formatCompact(sum, language)}</td>
                <td>{count === 0 ? '—' : formatShare(share, language, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FigureBlock>
  );
}
