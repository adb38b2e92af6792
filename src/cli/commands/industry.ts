import {
  industryChangesOf,
  industryMatrixOf,
  industryPairsOf,
  meanOfPairs,
} from '#core/structure/industry-similarity.ts';
import { locationQuotientsOf } from '#core/structure/location-quotient.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { type Command, noAnswer, refuse, report, unreadableData } from '../command.ts';
import { numberOption, textOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { cityName, openStructureDesk, regionHead } from './structure-input.ts';

/** Pairs printed at each end of the table. */
const PAIRS = 5;

/** `industry --agglomeration …`: similarity of the cities' employment, quotients, changes. */
export const industryCommand: Command = {
  name: 'industry',
  operands: '',
  operandCount: 0,
  summary: "How alike the cities' industries are: Krugman index, similarity coefficient, location quotients.",
  options: {
    agglomeration: {
      type: 'string',
      value: 'id',
      help: 'An agglomeration or metropolitan area: id, name, or variant key.',
    },
    year: { type: 'string', value: 'n', help: 'Year of the employment table (default 2020).' },
  },
  examples: ['industry --agglomeration yrd --json', 'industry --agglomeration chengyu --year 2010'],
  run: async (_operands, options, data) => {
    const year = numberOption(options, 'year', { min: 1900, max: 2100, integer: true, fallback: 2020 });
    if (!year.ok) return year;
    const desk = await openStructureDesk(data, textOption(options, 'agglomeration'), 'agglomeration', [
      'agglomeration',
      'metro',
    ]);
    if (!desk.ok) return desk;
    const employment = await data.employment();
    if (!employment.ok) return unreadableData(employment.failure);
    const { sections, years } = employment.value;
    const known = [...years.keys()].sort((a, b) => a - b);
    const counts = years.get(year.value);
    if (counts === undefined) {
      return refuse(
        'year-without-figures',
        `There is no employment table for ${year.value}.`,
        `Use one of: ${known.join(', ')}.`,
      );
    }
    const members = desk.value.variant.statisticalMembers;
    const matrix = industryMatrixOf(members, counts);
    const n = matrix.cities.length;
    if (n < 2) {
      return noAnswer(
        'too-few-cities',
        `${desk.value.region.id} has ${n} ${n === 1 ? 'city' : 'cities'} with complete employment figures.`,
        'Ask for a region of more cities.',
      );
    }
    const rows = (values: Float64Array) =>
      matrix.cities.map((_, index) => [...values.subarray(index * n, (index + 1) * n)]);
    const pairs = industryPairsOf(matrix);
    const earlier = years.get(known.find((each) => each < year.value) ?? Number.NaN);
    const name = (adcode: string) => cityName(desk.value, adcode);
    return report(
      {
        ...regionHead(desk.value),
        year: year.value,
        sections,
        cities: matrix.cities.map((adcode) => ({ adcode, nameZh: name(adcode) })),
        /** Adcodes with alike cities side by side. */
        order: orderMatrix(matrix.krugman, n).map((index) => matrix.cities[index]),
        krugman: rows(matrix.krugman),
        similarity: rows(matrix.similarity),
        meanKrugman: meanOfPairs(matrix, 'krugman'),
        meanSimilarity: meanOfPairs(matrix, 'similarity'),
        mostComplementary: pairs.slice(0, PAIRS),
        mostDuplicated: pairs.slice(-PAIRS).reverse(),
        changes: earlier === undefined ? null : industryChangesOf(industryMatrixOf(members, earlier), matrix),
        locationQuotients: locationQuotientsOf(members, counts, counts.values()).cities,
        coverage: matrix.coverage,
      },
      textTable(
        ['city', 'city', 'Krugman', 'similarity'],
        [...pairs.slice(0, PAIRS), ...pairs.slice(-PAIRS)].map(({ a, b, krugman, similarity }) => [
          name(a),
          name(b),
          krugman.toFixed(3),
          similarity.toFixed(3),
        ]),
      ),
    );
  },
};
