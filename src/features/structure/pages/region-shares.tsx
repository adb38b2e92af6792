import { useTranslation } from 'react-i18next';
import { isOwnRegion } from '#core/geography/own-region.ts';
import type { Region } from '#core/geography/region.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { apart } from '#ui/i18n/punctuation.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import classes from '../structure.module.css';
import type { NationalShare } from '../study/use-national-frame.ts';
import { useCityName } from '../study/use-names.ts';
import type { StructureBase } from '../study/use-structure-frame.ts';

/** Each agglomeration's part of the nation by count and year, the most people first; who had no figure. */
export function RegionShares({
  base,
  shares,
  regions,
}: {
  readonly base: StructureBase;
  readonly shares: readonly NationalShare[];
  readonly regions: readonly Region[];
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(base.units);
  const newest = shares.findLast(({ count }) => count === 'population');
  const rows = regions
    .filter(({ id, kind }) => kind === 'agglomeration' && !isOwnRegion(id))
    .map((region) => ({
      region,
      parts: shares.map(({ frame }) => frame.regions.find(({ regionId }) => regionId === region.id)),
    }))
    .toSorted(
      (a, b) =>
        (b.parts[shares.findIndex((share) => share === newest)]?.percent ?? 0) -
        (a.parts[shares.findIndex((share) => share === newest)]?.percent ?? 0),
    );
  const left = shares.flatMap(({ count, year, frame }) => {
    const missing = frame.together.coverage.excluded.filter(({ reason }) => reason === 'missing');
    return missing.length === 0
      ? []
      : [
          t('parts.leftOutNames', {
            what: `${t(`frame.${count}`)} ${year}`,
            names: missing.map(({ adcode }) => nameOf(adcode)).join(t('comma')),
          }),
        ];
  });
  const outside = newest?.frame.together.coverage.excluded.filter(({ reason }) => reason === 'outside-total');
  return (
    <FigureBlock
      title={t('frame.each')}
      note={t('frame.eachNote')}
      fileName="agglomerations-in-the-nation"
      hasTable
      rows={() => [
        ['id', 'name', 'count', 'year', 'sum', 'percent_of_nation', 'members_with_figure', 'members_without'],
        ...rows.flatMap(({ region, parts }) =>
          parts.map((part, at) => [
            region.id,
            pickName(region, language),
            shares[at]?.count ?? null,
            shares[at]?.year ?? null,
            part?.sum ?? null,
            part?.percent ?? null,
            part?.coverage.used.length ?? null,
            part === undefined || part === null
              ? null
              : apart(
                  part.coverage.excluded.map(({ adcode }) => nameOf(adcode)),
                  language,
                ),
          ]),
        ),
      ]}
    >
      <div className={classes.wide}>
        <table className={classes.table} data-testid="region-shares">
          <thead>
            <tr>
              <th />
              {shares.map(({ count, year }) => (
                <th key={count + year}>
                  {t(`frame.${count}`)}
                  <br />
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ region, parts }) => (
              <tr key={region.id}>
                <td className={classes.words}>{pickName(region, language)}</td>
                {parts.map((part, at) => (
                  // The columns are the shares, in their order.
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={at}>{formatNumber(part?.percent, language, 1)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.map((line) => (
        <p key={line} className={classes.after}>
          {line}
        </p>
      ))}
      {outside !== undefined && outside.length > 0 && (
        <p className={classes.after}>
          {t('frame.outside', { names: outside.map(({ adcode }) => nameOf(adcode)).join(t('comma')) })}
        </p>
      )}
    </FigureBlock>
  );
}
