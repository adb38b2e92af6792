import { useTranslation } from 'react-i18next';
import type { RailLine } from '#core/network/rail-line.ts';
import { select } from '#state/commands/view-commands.ts';
import { useStationName } from '#state/station-names.ts';
import { dispatch } from '#state/store.ts';
import { FactList, type Fact } from '#ui/facts/fact-list.tsx';
import { SourceText } from '#ui/facts/source-text.tsx';
import { formatMinutes, formatNumber, formatPrintedDate } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { InspectorHeader } from './inspector-header.tsx';

/** Facts of a railway line, its stations in order, and the source. */
export function LineFacts({ line }: { readonly line: RailLine }) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const stationName = useStationName();
  const unknown = t('line.unknown');
  const averageKmh =
    line.lengthKm === null || line.fastestMinutes === null || line.fastestMinutes === 0
      ? null
      : line.lengthKm / (line.fastestMinutes / 60);
  const facts: Fact[] = [
    { label: t('line.status'), value: t(`status.${line.status}`, { ns: 'terms' }) },
    {
      label: line.status === 'open' ? t('line.opened') : t('line.expected'),
      value: line.openedText === null ? unknown : formatPrintedDate(line.openedText, language),
    },
    {
      label: t('line.speed'),
      value:
        line.designSpeedKmh === null
          ? unknown
          : t('line.speedValue', { value: formatNumber(line.designSpeedKmh, language) }),
    },
    {
      label: t('line.length'),
      value:
        line.lengthKm === null
          ? unknown
          : t('line.lengthValue', { value: formatNumber(line.lengthKm, language) }),
    },
    {
      label: t('line.between'),
      value: line.from === '' ? unknown : `${stationName(line.from)} — ${stationName(line.to)}`,
    },
    ...(line.fastestMinutes === null
      ? []
      : [
          {
            label: t('line.fastest'),
            value: formatMinutes(line.fastestMinutes, language),
            note: t('line.fastestNote'),
          },
        ]),
    ...(averageKmh === null
      ? []
      : [
          {
            label: t('line.average'),
            value: t('line.speedValue', { value: formatNumber(averageKmh, language) }),
            note: t('line.averageNote'),
          },
        ]),
    ...(line.expectedMinutesText === null
      ? []
      : [{ label: t('line.fastest'), value: '', note: line.expectedMinutesText }]),
    { label: t('source', { ns: 'terms' }), value: '', note: <SourceText text={line.source} /> },
  ];
  const rows = line.stops.map(({ name, kmFromStart }, index) => ({
    id: `${index}:${name}`,
    name: stationName(name),
    figure:
      kmFromStart === null
        ? undefined
        : t('line.kmFromStart', { value: formatNumber(kmFromStart, language) }),
  }));
  return (
    <>
      <InspectorHeader
        kind={t(`category.${line.category}`, { ns: 'terms' })}
        name={pickName(line, language)}
        other={language === 'en' ? line.nameZh : line.nameEn}
      />
      <section style={{ padding: '0 20px 12px' }}>
        <FactList facts={facts} />
      </section>
      {rows.length > 0 && (
        <PanelSection title={t('line.stops', { count: rows.length })}>
          <RowList
            label={t('line.stops', { count: rows.length })}
            rows={rows}
            chosen={null}
            onChoose={(id) => dispatch(select({ kind: 'station', name: id.slice(id.indexOf(':') + 1) }))}
          />
        </PanelSection>
      )}
    </>
  );
}
