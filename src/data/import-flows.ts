import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import { formerNamesOf } from '#core/geography/former-units.ts';
import { ABROAD } from '#core/structure/circulation.ts';
import type { CommutingFlows } from '#core/structure/commuting-rings.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { createProblemLog, type ImportContext, type ProblemList } from './import-problem.ts';
import { amountOf, importTable, type TableProblem } from './table-import.ts';

/** What is needed of a unit to know it by name. */
export type NamedUnit = Pick<
  AdminUnit,
  'adcode' | 'level' | 'nameZh' | 'shortNameZh' | 'nameEn' | 'aliases' | 'prefecture'
>;

/** A table of commuters read. */
export interface FlowsImport {
  readonly flows: CommutingFlows;
  readonly problems: ProblemList;
}

/** Why a table of commuters is refused whole. */
export type FlowsProblem = TableProblem | 'flows-none' | 'flows-too-many';

/** Pairs with commuters at most: every county with 60 others. */
const MOST_FLOWS = 200_000;

const COLUMNS = {
  from: ['from', '起点', '居住地', 'o', 'home', 'origin'],
  to: ['to', '终点', '工作地', '就业地', 'd', 'work', 'destination'],
  people: ['people', '人数', '通勤人数', 'count', 'commuters'],
} as const;

/** How a table says that an end is outside the country, with or without the place: `境外`, `abroad: Tokyo`. */
const OUTSIDE = /^(?:境外|国外|海外|abroad|overseas)(?:\s*[:：].*)?$/i;

/** Finds units by code or name; several of one name are told, never guessed. */
export function createUnitFinder(
  units: readonly NamedUnit[],
): (text: string) => { readonly adcode: Adcode } | { readonly candidates: readonly NamedUnit[] } {
  const byName = new Map<string, Map<Adcode, NamedUnit>>();
  const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
  const add = (name: string, unit: NamedUnit): void => {
    const key = name.toLowerCase();
    const same = byName.get(key);
    if (same === undefined) byName.set(key, new Map([[unit.adcode, unit]]));
    else same.set(unit.adcode, unit);
  };
  for (const unit of units) {
    const former = formerNamesOf(unit.adcode);
    for (const name of [unit.nameZh, unit.shortNameZh, unit.nameEn, ...unit.aliases, ...former])
      add(name, unit);
    const parent = unit.prefecture === null ? undefined : byCode.get(unit.prefecture);
    if (parent !== undefined) add(`${parent.nameZh}${unit.nameZh}`, unit);
  }
  return (text) => {
    if (byCode.has(text)) return { adcode: text };
    const candidates = [...(byName.get(text.toLowerCase())?.values() ?? [])];
    const exact = candidates.filter(({ nameZh }) => nameZh === text);
    const chosen = exact.length > 0 ? exact : candidates;
    const [only] = chosen;
    return only !== undefined && chosen.length === 1 ? { adcode: only.adcode } : { candidates: chosen };
  };
}

/** Reads a table of commuters: from, to, people; units by adcode or name, places abroad as `ABROAD`. Rows of one pair are added up. */
export async function importFlows(
  bytes: Uint8Array,
  fileName: string,
  units: readonly NamedUnit[],
  context: ImportContext,
): Promise<Result<FlowsImport, FlowsProblem>> {
  const log = createProblemLog();
  const find = createUnitFinder(units);
  const sums = new Map<string, number>();
  const read = await importTable(
    bytes,
    fileName,
    COLUMNS,
    ['from', 'to', 'people'],
    log,
    (row, report) => {
      const people = amountOf(row.people);
      if (row.from === '' || row.to === '') {
        report('missing-value', row.from === '' ? 'from' : 'to');
        return;
      }
      if (people === null) {
        report('bad-number', `people ${row.people}`);
        return;
      }
      const codes: Adcode[] = [];
      for (const text of [row.from, row.to]) {
        if (OUTSIDE.test(text)) {
          codes.push(ABROAD);
          continue;
        }
        const found = find(text);
        if ('adcode' in found) codes.push(found.adcode);
        else if (found.candidates.length === 0) report('unknown-place', text);
        else
          report(
            'ambiguous-place',
            `${text}: ${found.candidates
              .slice(0, 5)
              .map(({ adcode }) => adcode)
              .join(', ')}`,
          );
      }
      if (codes.length < 2) return;
      const key = codes.join('>');
      sums.set(key, (sums.get(key) ?? 0) + people);
    },
    context,
  );
  if (!read.ok) return read;
  const problems = log.list();
  if (sums.size > MOST_FLOWS)
    return fail({
      reason: 'flows-too-many',
      message: `The table has more than ${MOST_FLOWS.toLocaleString('en')} pairs.`,
      nextStep: 'Keep the region you study.',
    });
  if (sums.size === 0) {
    const [first] = problems.shown;
    const detail = first === undefined ? '' : `${first.line ?? 0}: ${first.detail}`;
    return fail({
      reason: 'flows-none',
      message: `No row names two known units (line ${detail}).`,
      nextStep: 'Give six-digit adcodes, or the full Chinese names.',
      values: { detail },
    });
  }
  const pairs = [...sums].map(([key, people]) => [...key.split('>'), people] as [Adcode, Adcode, number]);
  return succeed({
    flows: {
      name: fileName.slice(0, 120),
      from: pairs.map(([from]) => from),
      to: pairs.map(([, to]) => to),
      people: pairs.map(([, , people]) => people),
    },
    problems,
  });
}
