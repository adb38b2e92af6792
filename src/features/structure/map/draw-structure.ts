import type { TFunction } from 'i18next';
import { huLinePath } from '#core/structure/hu-line.ts';
import type {
  CentreDrawing,
  StructureDrawing,
  StructureLine,
  SymbolDrawing,
  SymbolTone,
} from '#map/layers/structure-drawing.ts';
import { formatTick, type NumberLanguage } from '#ui/format/number-format.ts';
import type { StructureView } from '../structure-view.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

type Shown = Pick<StructureView, 'page' | 'symbols' | 'pair' | 'compared' | 'huLine'>;
type Words = TFunction<['structure']>;

/** The picture of a region's structure on the open page; without a region only the Hu line. */
export function drawStructure(
  study: RegionStudy | null,
  shown: Shown,
  language: NumberLanguage,
  t: Words,
): StructureDrawing {
  const symbols = study === null ? [] : drawSymbols(study, shown);
  const isGrowth = shown.page === 'cities' && shown.symbols === 'growth';
  const largestValue = Math.max(0, ...symbols.map(({ value }) => value));
  const lines: StructureLine[] = [];
  const lineLabels: Partial<Record<StructureLine['role'], string>> = {};
  const centres: CentreDrawing[] = [];
  if (study !== null && shown.page === 'movement') {
    const { ellipse, ellipseBefore, centreShift } = study.structure;
    if (ellipseBefore !== null) {
      lines.push({ id: 'ellipse-2010', path: ellipseBefore.ring, role: 'ellipse-before' });
      lineLabels['ellipse-before'] = t('map.ellipseBefore');
    }
    if (ellipse !== null) {
      lines.push({ id: 'ellipse-2020', path: ellipse.ring, role: 'ellipse-now' });
      lineLabels['ellipse-now'] = t('map.ellipseNow');
    }
    if (centreShift !== null) {
      lines.push({ id: 'shift', path: [centreShift.from, centreShift.to], role: 'shift' });
      lineLabels.shift = t('map.shift');
      centres.push(
        { at: centreShift.from, role: 'before', label: t('map.centreBefore') },
        { at: centreShift.to, role: 'now', label: t('map.centreNow') },
      );
    }
  }
  if (shown.huLine) {
    lines.push({ id: 'hu-line', path: huLinePath(), role: 'hu-line' });
    lineLabels['hu-line'] = t('map.huLine');
  }
  if (study !== null && shown.pair !== null) {
    const path = shown.pair.flatMap((adcode) => {
      const at = study.frame.positions.get(adcode);
      return at === undefined ? [] : [at];
    });
    if (path.length === 2) {
      lines.push({ id: 'pair', path, role: 'pair' });
      lineLabels.pair = t('map.pair');
    }
  }
  const outlines =
    study === null || shown.page !== 'plans'
      ? []
      : study.region.variants.flatMap((variant, step) =>
          shown.compared.includes(variant.key)
            ? [
                {
                  variantKey: variant.key,
                  kind: study.region.kind,
                  step,
                  label: language === 'en' ? variant.label : variant.labelZh,
                },
              ]
            : [],
        );
  return {
    symbols,
    largestValue,
    symbolTitle: t(isGrowth ? 'map.growthTitle' : 'map.sizeTitle'),
    symbolNote: isGrowth ? t('map.growthNote') : '',
    symbolKeys: symbolKeys(largestValue).map((value) => ({ value, label: formatTick(value, language) })),
    toneLabels: isGrowth ? toneLabels(symbols, t) : {},
    lines,
    lineLabels,
    centres,
    lineTitle: t('map.lines'),
    outlines,
    outlineTitle: t('map.outlines'),
    yardsticks: [],
    yardstickTitle: t('yardsticks.title'),
  };
}

/** Circles by urban-core people, or by the number of people gained or lost. The plans page leaves the map to the outlines. */
function drawSymbols(study: RegionStudy, { page, symbols }: Shown): readonly SymbolDrawing[] {
  const { positions, figures } = study.frame;
  if (page === 'plans') return [];
  if (page === 'cities' && symbols === 'growth') {
    return study.structure.populationChange.units.flatMap(
      ({ adcode, change, direction }): SymbolDrawing[] => {
        const at = positions.get(adcode);
        return at === undefined || change === 0
          ? []
          : [{ adcode, at, value: Math.abs(change), tone: direction }];
      },
    );
  }
  return study.structure.members.flatMap((adcode): SymbolDrawing[] => {
    const at = positions.get(adcode);
    const value = figures.urbanCorePopulation.values.get(adcode);
    return at === undefined || value === undefined || value <= 0 ? [] : [{ adcode, at, value, tone: 'size' }];
  });
}

/** The next 1, 2 or 5 times a power of ten below a value. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((each) => each * power <= value) ?? 1) * power;
}

/** Three round values for the key: about the largest, a quarter and a twentieth of it. */
function symbolKeys(largest: number): readonly number[] {
  if (largest <= 0) return [];
  return [...new Set([1, 1 / 4, 1 / 20].map((part) => roundDown(largest * part)))];
}

function toneLabels(
  symbols: readonly SymbolDrawing[],
  t: Words,
): Readonly<Partial<Record<SymbolTone, string>>> {
  const labels: Partial<Record<SymbolTone, string>> = {};
  for (const tone of ['growing', 'stable', 'shrinking'] as const)
    if (symbols.some((symbol) => symbol.tone === tone)) labels[tone] = t(`map.${tone}`);
  return labels;
}
