import type { RegionStructure } from '#core/structure/region-structure.ts';
import { type Command, refuse, report } from '../command.ts';
import { numberOption, textOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { openStructureDesk, regionHead, structureOfDesk } from './structure-input.ts';

/** The one year with urban-core figures; changes are told against 2010. */
const YEAR = 2020;

/** `structure --agglomeration … --year 2020`: sizes, hierarchy, type, movement. */
export const structureCommand: Command = {
  name: 'structure',
  operands: '',
  operandCount: 0,
  summary: 'How an agglomeration is built: size classes, rank-size, primacy, type, centre shift and ellipse.',
  options: {
    agglomeration: {
      type: 'string',
      value: 'id',
      help: 'An agglomeration or metropolitan area: id, name, or variant key such as yrd@2016-plan.',
    },
    year: { type: 'string', value: String(YEAR), help: `Year of the figures; only ${YEAR} is there.` },
  },
  examples: [
    'structure --agglomeration chengyu --year 2020 --json',
    'structure --agglomeration yrd@2016-plan',
  ],
  run: async (_operands, options, data) => {
    const year = numberOption(options, 'year', { min: 1900, max: 2100, integer: true, fallback: YEAR });
    if (!year.ok) return year;
    if (year.value !== YEAR) {
      return refuse(
        'year-without-figures',
        `There are no urban-core figures for ${year.value}.`,
        `Use --year ${YEAR}: changes since 2010 are part of the answer.`,
      );
    }
    const desk = await openStructureDesk(data, textOption(options, 'agglomeration'), 'agglomeration', [
      'agglomeration',
      'metro',
    ]);
    if (!desk.ok) return desk;
    const structure = structureOfDesk(desk.value);
    return report(
      { ...regionHead(desk.value), year: YEAR, comparedWith: 2010, structure: withoutRings(structure) },
      structureText(structure),
    );
  },
};

function withoutRing(ellipse: RegionStructure['ellipse']) {
  if (ellipse === null) return null;
  const { ring: _ring, ...rest } = ellipse;
  return rest;
}

function decimal(value: number | null | undefined, decimals: number): string | null {
  return value === null || value === undefined ? null : value.toFixed(decimals);
}

/** Rings are for drawing; a document carries centre, axes and bearing. */
export function withoutRings(structure: RegionStructure) {
  return {
    ...structure,
    ellipse: withoutRing(structure.ellipse),
    ellipseBefore: withoutRing(structure.ellipseBefore),
  };
}

function structureText({ rankSize, concentration, type, centreShift, populationChange }: RegionStructure) {
  const { excluded } = type.coverage;
  return textTable(
    ['measure', 'value'],
    [
      ['type by the rule', type.type],
      ['type in the literature', type.literature?.type ?? null],
      ['rank-size exponent', decimal(rankSize.exponent, 3)],
      ['  standard error', decimal(rankSize.standardError, 3)],
      ['S2', decimal(concentration.s2, 3)],
      ['S4', decimal(concentration.s4, 3)],
      ['S11', decimal(concentration.s11, 3)],
      ['Herfindahl', decimal(concentration.herfindahl, 4)],
      ['Gini', decimal(concentration.gini, 4)],
      ['centre shift, km', decimal(centreShift?.km, 1)],
      ['  bearing, degrees', decimal(centreShift?.bearing, 0)],
      ['population change, %', decimal(populationChange.changePercent, 1)],
      ['cities without figures', excluded.map(({ adcode }) => adcode).join(' ') || 'none'],
    ],
  );
}
