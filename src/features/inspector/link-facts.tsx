import { useTranslation } from 'react-i18next';
import type { RoadLink } from '#core/network/rail-line.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import { SourceText } from '#ui/facts/source-text.tsx';
import { sourceWords } from '#ui/facts/source-words.ts';
import { formatMinutes, formatNumber, formatPrintedDate } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { InspectorHeader } from './inspector-header.tsx';

/** Facts of a named road link over water, with the source. */
export function LinkFacts({ link }: { readonly link: RoadLink }) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const unknown = t('line.unknown');
  const facts: Fact[] = [
    { label: t('line.status'), value: t(`status.${link.status}`, { ns: 'terms' }) },
    {
      label: t('line.opened'),
      value:
        link.openedText === null
          ? unknown
          : sourceWords(formatPrintedDate(link.openedText, language), language),
    },
    {
      label: t('line.length'),
      value:
        link.lengthKm === null
          ? unknown
          : t('line.lengthValue', {
              value: formatNumber(link.lengthKm, language, Number.isInteger(link.lengthKm) ? 0 : 1),
            }),
    },
    {
      label: t('line.speed'),
      value:
        link.designSpeedKmh === null
          ? unknown
          : t('line.speedValue', { value: formatNumber(link.designSpeedKmh, language) }),
    },
    {
      label: t('link.crossing'),
      value: formatMinutes(link.minutes, language),
      note: link.minutesProvenance === 'observed' ? t('link.crossingObserved') : t('link.crossingAssumed'),
    },
    {
      label: t('link.ends'),
      value:
        language === 'en' ? `${link.from.nameEn} — ${link.to.nameEn}` : `${link.from.name} — ${link.to.name}`,
      ...(language === 'en' && [link.from, link.to].some(({ nameEnFrom }) => nameEnFrom === 'romanised')
        ? { note: t('link.endsRomanised') }
        : {}),
    },
    ...(link.crossesBorder
      ? [{ label: t('link.border'), value: t('link.yes'), note: t('link.borderNote') }]
      : []),
    { label: t('link.placement'), value: '', note: <SourceText text={link.placement} /> },
    { label: t('source', { ns: 'terms' }), value: '', note: <SourceText text={link.source} /> },
  ];
  return (
    <>
      <InspectorHeader
        kind={t('link', { ns: 'terms' })}
        name={pickName(link, language)}
        other={language === 'en' ? link.nameZh : link.nameEn}
      />
      <section style={{ padding: '0 20px 12px' }}>
        <FactList facts={facts} />
      </section>
    </>
  );
}
