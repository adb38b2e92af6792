import type { MapSheet } from '#map/export/map-sheet.ts';
import { legendOfModel } from '#map/legend/legend-of-model.ts';
import { creditParts } from '#map/legend/map-credits.tsx';
import type { BriefingWords } from '../sheet-words.ts';
import { joined, say, type DeckFigure, type DeckSlide, type Said } from './deck.ts';
import { legendRows } from './legend-rows.ts';

/** A titled list of the speaker's notes; nothing where there is nothing to say. */
function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `– ${line}`)];
}

/** A slide without its map's picture. */
export type WordedScene = Omit<DeckSlide, 'map'> & { readonly altText: string };

/** A scene in words of one language, from the sheet that every export of the map is made of; its picture is added later. */
export function slideOfSheet(sheet: MapSheet, figures: readonly DeckFigure[], t: BriefingWords): WordedScene {
  const { language } = sheet.model;
  const legend = legendOfModel(sheet.model);
  const credits = creditParts({ ...sheet, language });
  const said = (text: string): Said => ({ language, text });
  const words = (text: string) => say(said(text), null);
  const notes = [
    ...(sheet.note === '' ? [] : [sheet.note]),
    ...part(sheet.settings.title, sheet.settings.lines),
    ...part(sheet.sources.title, sheet.sources.lines),
    ...figures.flatMap(({ title, remark }) =>
      remark.length === 0 ? [] : ['', `${joined(title)}${t('colon')}${joined(remark)}`],
    ),
    '',
    `${t('slide.receipt')}${t('colon')}${sheet.receipt}`,
  ];
  return {
    title: words(sheet.title),
    note: words(sheet.note),
    altText: t('altMap', {
      title: sheet.title,
      legend: legend.map(({ title }) => title).join(t('list')),
      interpolation: { escapeValue: false },
    }),
    legend: legendRows(legend, language),
    figures,
    sources: words(`${sheet.sources.title}${t('colon')}${sheet.sources.lines.join(' · ')}`),
    mark: words(credits.approval),
    isDraft: sheet.approvalNumber === null,
    foot: words(
      [credits.coordinateSystem, credits.data, sheet.imprint].filter((text) => text !== '').join(' · '),
    ),
    notes: notes.map(said),
  };
}
