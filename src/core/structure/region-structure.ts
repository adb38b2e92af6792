import type { Adcode } from '../geography/admin-unit.ts';
import { concentrationOf, type Concentration, type GiniCorrection } from './concentration.ts';
import {
  deviationalEllipseOf,
  type DeviationalEllipse,
  type EllipseConvention,
} from './deviational-ellipse.ts';
import type { EconomicZone, ZoneScheme } from './economic-zone.ts';
import type { HuSide } from './hu-line.ts';
import { centreShiftOf, type CentreShift } from './mean-centre.ts';
import { memberRatioOf, weightedMeanOf, type MemberRatio } from './member-ratio.ts';
import { populationChangeOf, type PopulationChange } from './population-change.ts';
import { rankSizeOf, type RankSize } from './rank-size.ts';
import { sizeStructureOf, type SizeStructure } from './size-class.ts';
import { peopleOfMoney } from './structure-figures.ts';
import type { StructureFrame } from './structure-frame.ts';
import {
  STRUCTURE_THRESHOLDS,
  structureTypeOf,
  type LiteratureStructureType,
  type StructureThresholds,
  type StructureTypeResult,
} from './structure-type.ts';
import { huLinePartsOf, zonePartsOf, type TerritoryParts } from './territory-parts.ts';

/** Choices of the structure metrics, all visible and changeable. */
export interface StructureOptions {
  readonly gini: GiniCorrection;
  readonly ellipse: EllipseConvention;
  readonly zones: ZoneScheme;
  readonly thresholds: StructureThresholds;
}

/** Uncorrected Gini, Yuill's ellipse, four zones, halves. */
export const STRUCTURE_OPTIONS: StructureOptions = {
  gini: 'none',
  ellipse: 'yuill',
  zones: 'four',
  thresholds: STRUCTURE_THRESHOLDS,
};

/** All structure metrics of one set of members; each carries who had no figure. */
export interface RegionStructure {
  readonly members: readonly Adcode[];
  readonly sizes: SizeStructure;
  readonly rankSize: RankSize;
  readonly concentration: Concentration;
  readonly type: StructureTypeResult;
  readonly centreShift: CentreShift | null;
  /** Both ellipses over the members with figures in both years. */
  readonly ellipseBefore: DeviationalEllipse | null;
  readonly ellipse: DeviationalEllipse | null;
  readonly huLine: TerritoryParts<HuSide>;
  readonly zones: TerritoryParts<EconomicZone>;
  readonly populationChange: PopulationChange;
  /** Persons per km². */
  readonly density: MemberRatio;
  /** Urban people, %. */
  readonly urbanisation: MemberRatio;
  /** People of 65 and more, %. */
  readonly ageing: MemberRatio;
  /** CNY per person. */
  readonly gdpPerCapita: MemberRatio;
}

/**
 * The structure of a region from its statistical members: hierarchy by urban-core population, movement and change by
 * resident population.
 */
export function structureOf(
  members: readonly Adcode[],
  frame: StructureFrame,
  literature: LiteratureStructureType | null = null,
  options: StructureOptions = STRUCTURE_OPTIONS,
): RegionStructure {
  const { figures, positions } = frame;
  const before = figures.populationBefore.values;
  const now = figures.population.values;
  const core = figures.urbanCorePopulation.values;
  const centreShift = centreShiftOf(members, positions, before, now);
  const both = centreShift?.coverage.used ?? [];
  return {
    members,
    sizes: sizeStructureOf(members, core),
    rankSize: rankSizeOf(members, core),
    concentration: concentrationOf(members, core, { gini: options.gini }),
    type: structureTypeOf(members, core, literature, options.thresholds),
    centreShift,
    ellipseBefore: deviationalEllipseOf(both, positions, before, options.ellipse),
    ellipse: deviationalEllipseOf(both, positions, now, options.ellipse),
    huLine: huLinePartsOf(members, frame),
    zones: zonePartsOf(members, frame, options.zones),
    populationChange: populationChangeOf(
      members,
      before,
      now,
      figures.population.year - figures.populationBefore.year,
    ),
    density: memberRatioOf(members, now, frame.areaKm2),
    urbanisation: memberRatioOf(members, figures.urbanPopulation.values, now, 100),
    ageing: weightedMeanOf(members, figures.share65PlusPercent.values, now),
    gdpPerCapita: memberRatioOf(members, figures.gdp.values, peopleOfMoney(figures, members).values, 1e8),
  };
}
