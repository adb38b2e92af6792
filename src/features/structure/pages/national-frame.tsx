import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { SourceText } from '#ui/facts/source-text.tsx';
import { sourceWords } from '#ui/facts/source-words.ts';
import { formatPercent, formatSigned } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { HuLineSwitch } from '../people/hu-line-switch.tsx';
import { PartBlock } from '../people/part-block.tsx';
import { SECTIONS } from '../sections.ts';
import classes from '../structure.module.css';
import { ContextNotice } from '../study/context-notice.tsx';
import { useNationalShares, type NationalShare } from '../study/use-national-frame.ts';
import { useCityName } from '../study/use-names.ts';
import { useStructureBase, type StructureBase } from '../study/use-structure-frame.ts';
import { RegionShares } from './region-shares.tsx';

/** The 19 agglomerations' part of the nation beside what is published, one by one, by zone and side of the Hu line. */
export function NationalFrame({ regions }: { readonly regions: readonly Region[] }) {
  const base = useStructureBase();
  return base === null ? null : <Frame base={base} regions={regions} />;
}

function Frame({ base, regions }: { readonly base: StructureBase; readonly regions: readonly Region[] }) {
  const shares = useNationalShares(base, regions);
  const everybody = useMemo(() => [...base.frame.figures.population.values.keys()], [base]);
  return (
    <>
      <Together base={base} shares={shares} />
      <RegionShares base={base} shares={shares} regions={regions} />
      <PartBlock base={base} members={everybody} parting="zones" fileName="national" />
      <PartBlock base={base} members={everybody} parting="hu" fileName="national">
        <HuLineSwitch />
      </PartBlock>
    </>
  );
}

/** Above this the places' own figures together are more than the nation's: worth saying. */
const ABOVE_PERCENT = 100.5;

function Together({
  base,
  shares,
}: {
  readonly base: StructureBase;
  readonly shares: readonly NationalShare[];
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(base.units);
  const isPublishedKnown = useArtefact('context') !== null;
  const overlaps = shares[0]?.frame.overlaps ?? [];
  // Not known is not the same as not published.
  const nothing = isPublishedKnown ? '—' : '…';
  const above = shares.filter(({ allPercent }) => allPercent !== null && allPercent > ABOVE_PERCENT);
  const sources = [...new Set(shares.flatMap(({ frame }) => frame.published.map(({ source }) => source)))];
  return (
    <FigureBlock
      title={t('frame.title')}
      note={t('frame.note')}
      fileName="national-frame"
      anchor={SECTIONS.frame}
      rows={
        isPublishedKnown
          ? () => [
              ['count', 'year', 'ours_percent', 'published_percent', 'published_year', 'words', 'source'],
              ...shares.flatMap(({ count, year, frame }) =>
                (frame.published.length === 0 ? [null] : frame.published).map((published) => [
                  count,
                  year,
                  frame.together.percent,
                  published?.percent ?? null,
                  published?.year ?? null,
                  published?.words ?? null,
                  published?.source ?? null,
                ]),
              ),
            ]
          : null
      }
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('frame.count')}</th>
            <th>{t('frame.ours')}</th>
            <th>{t('frame.published')}</th>
            <th>{t('frame.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ count, year, frame }) => (
            <tr key={count + year}>
              <td>
                {t(`frame.${count}`)} {year}
              </td>
              <td>{formatPercent(frame.together.percent, language)}</td>
              <td>
                {frame.published.length === 0
                  ? nothing
                  : frame.published.map(({ percent, year: printed, words, source }) => (
                      <div key={words + printed} title={sourceWords(words, language)}>
                        {words.includes('more than') ? '> ' : ''}
                        {formatPercent(percent, language)}
                        {printed === year ? '' : bracketed(printed, language)}{' '}
                        <sup className={classes.mark}>{sources.indexOf(source) + 1}</sup>
                      </div>
                    ))}
              </td>
              <td>
                {frame.published.length === 0
                  ? nothing
                  : frame.published.map(({ differencePoints, words, year: printed }) => (
                      <div key={words + printed}>{formatSigned(differencePoints, language)}</div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isPublishedKnown && <ContextNotice />}
      <p className={classes.after}>
        {sources.map((source, at) => (
          <span key={source}>
            <sup className={classes.mark}>{at + 1}</sup> <SourceText text={source} />
            <br />
          </span>
        ))}
        {t('frame.caution')}
      </p>
      <p className={classes.after}>
        {t('frame.overlaps', { count: overlaps.length })}
        {t('colon')}
        {overlaps.map(nameOf).join(t('comma'))}
        {t('stop')}
        {above.length > 0 &&
          t('frame.above', {
            years: above
              .map(
                ({ count, year, allPercent }) =>
                  `${t(`frame.${count}`)} ${year} ${formatPercent(allPercent, language)}`,
              )
              .join(t('comma')),
          })}
      </p>
    </FigureBlock>
  );
}
