import { type CountyAccessibility, runAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import {
  type AccessibilitySummary,
  summariseAccessibility,
} from '#core/accessibility/accessibility-summary.ts';
import { OPPORTUNITIES, type Opportunity, weightedFigures } from '#core/accessibility/opportunity.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import {
  type AccessibilitySpreads,
  type AccessibilityUncertainty,
  runAccessibilityUncertainty,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import { MOST_UNCERTAINTY_DRAWS, UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import type { Spread } from '#core/uncertainty/spread.ts';
import { decodeScenario } from '#data/decode-scenario.ts';
import {
  type Checked,
  type Command,
  noAnswer,
  report,
  type OptionValues,
  unreadableData,
  withExitCode,
} from '../command.ts';
import { choiceOption, numberOption, textOption } from '../options.ts';
import { findRegion } from '../plan-region.ts';
import { readJsonFile } from '../read-text-file.ts';
import { textTable } from '../text-table.ts';
import {
  CUTOFF_OPTION,
  engineFailure,
  openTravelDesk,
  readCutoff,
  readTravelChoice,
  TRAVEL_OPTIONS,
  type TravelDesk,
} from '../travel-input.ts';

/** Rows of the table for people; `--json` has all. */
const SHOWN_ROWS = 15;

async function readScenario(options: OptionValues): Promise<Checked<readonly ScenarioEdit[] | null>> {
  const path = textOption(options, 'scenario');
  if (path === undefined) return { ok: true, value: null };
  const json = await readJsonFile('scenario', path);
  if (!json.ok) return json;
  const scenario = decodeScenario(json.value);
  return scenario.ok ? { ok: true, value: scenario.value.edits } : withExitCode(scenario.failure, 2);
}

function summaryLine(label: string, summary: AccessibilitySummary | null): string {
  if (summary === null) return `${label}: no county has a figure`;
  const { mean, p10, p50, p90, gini } = summary;
  const [m, low, middle, high] = [mean, p10, p50, p90].map(whole);
  return `${label}: mean ${m}, P10 ${low}, median ${middle}, P90 ${high}, Gini ${gini === null ? '—' : gini.toFixed(3)}`;
}

/** `accessibility --region chengdu-metro`: what the residents of each county reach within the time. */
export const accessibilityCommand: Command = {
  name: 'accessibility',
  operands: '',
  operandCount: 0,
  summary: 'People (or GDP) within the time of every county seat, and how that is spread over the residents.',
  options: {
    region: { type: 'string', value: 'id', help: 'Region or variant key; the whole country when absent.' },
    minutes: CUTOFF_OPTION,
    of: { type: 'string', value: OPPORTUNITIES.join('|'), help: 'What is counted (default people).' },
    scenario: {
      type: 'string',
      value: 'file.json',
      help: 'Hold it against this scenario: { "name": …, "edits": [{ "type": "close", "id": "hzmb" }] }',
    },
    draws: {
      type: 'string',
      value: 'n',
      help: 'Try it with n draws of the assumptions, both sides alike: the range of each figure.',
    },
    ...TRAVEL_OPTIONS,
  },
  examples: [
    'accessibility --region chengyu --minutes 60',
    'accessibility --region gba --scenario s.json --json',
    'accessibility --region chengyu --minutes 90 --scenario s.json --draws 100',
  ],
  run: async (_operands, options, data) => {
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
    const draws = numberOption(options, 'draws', { min: 1, max: MOST_UNCERTAINTY_DRAWS, fallback: 0 });
    if (!draws.ok) return draws;
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const of = choiceOption<Opportunity>(options, 'of', OPPORTUNITIES, 'people');
    if (!of.ok) return of;
    const scenario = await readScenario(options);
    if (!scenario.ok) return scenario;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    let counties: readonly Adcode[] | null = null;
    const query = textOption(options, 'region');
    if (query !== undefined) {
      const regions = await data.regions();
      if (!regions.ok) return unreadableData(regions.failure);
      const found = findRegion(query, regions.value);
      if (!found.ok) return found;
      ({ counties } = found.value.plan);
    }
    const { edits } = choice.value;
    const question = { ...choice.value, counties, minutes: minutes.value };
    const sides = scenario.value === null ? [] : [{ ...question, edits: [...edits, ...scenario.value] }];
    const answers = runAccessibility(desk.value.engine, [question, ...sides]);
    if (!answers.ok) return engineFailure(answers.failure);
    const [present = [], changed] = answers.value;
    const tried =
      draws.value === 0
        ? null
        : runAccessibilityUncertainty(desk.value.engine, {
            present: question,
            changed: sides[0] ?? null,
            opportunity: of.value,
            draws: draws.value,
            seed: UNCERTAINTY_SEED,
          });
    if (tried !== null && !tried.ok) return engineFailure(tried.failure);
    const heading = {
      ...choice.value,
      minutes: minutes.value,
      of: of.value,
      ...(tried !== null && { uncertainty: tried.value }),
    };
    const ranges = tried === null ? [] : rangeLines(tried.value);
    if (changed === undefined) return describe(desk.value, heading, present, of.value, ranges);
    const change = compareAccessibility(present, changed, of.value);
    if (change === null)
      return noAnswer(
        'no-figures',
        'No county has a figure before and after.',
        'Choose another region or mode.',
      );
    const most = change.counties.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
    return report(
      { ...heading, ...change },
      [
        summaryLine('before', change.before),
        summaryLine('after', change.after),
        `residents who reach more: ${whole(change.residentsGaining)}, less: ${whole(change.residentsLosing)}`,
        ...ranges,
        textTable(
          ['code', 'county', 'before', 'after', 'change'],
          most
            .slice(0, SHOWN_ROWS)
            .map((county) => [
              county.adcode,
              nameOf(desk.value, county.adcode),
              Math.round(county.before),
              Math.round(county.after),
              Math.round(county.change),
            ]),
        ),
      ].join('\n'),
    );
  },
};

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function ends(spread: Spread | null, write: (value: number) => string): string {
  return spread === null ? '—' : `${write(spread.p5)} to ${write(spread.p95)}`;
}

/** What nine in ten draws lie between. */
function rangeLines({ draws, present, change }: AccessibilityUncertainty): readonly string[] {
  const line = (label: string, { mean, gini }: AccessibilitySpreads): string =>
    `${label}, 5th to 95th of ${draws} draws: mean ${ends(mean, whole)}, Gini ${ends(gini, (value) => value.toFixed(4))}`;
  if (change === null) return [line('residents reach', present)];
  return [
    line('before', present),
    line('after', change.after),
    line('change', change.difference),
    `residents who reach more, 5th to 95th: ${ends(change.residentsGaining, whole)}; less even in ${Math.round(change.lessEven * 100)}% of the draws`,
  ];
}

function nameOf(desk: TravelDesk, adcode: Adcode): string {
  return desk.engine.context.units.get(adcode)?.nameZh ?? adcode;
}

function describe(
  desk: TravelDesk,
  heading: object,
  counties: readonly CountyAccessibility[],
  opportunity: Opportunity,
  ranges: readonly string[],
) {
  const summary = summariseAccessibility(weightedFigures(counties, opportunity));
  const most = counties.toSorted((a, b) => (b[opportunity] ?? -1) - (a[opportunity] ?? -1));
  const rows = most.slice(0, SHOWN_ROWS).map((county) => {
    const value = county[opportunity];
    return [
      county.adcode,
      nameOf(desk, county.adcode),
      value === null ? (county.without ?? '—') : Math.round(value),
    ];
  });
  return report(
    { ...heading, summary, counties },
    [
      summaryLine('residents reach', summary),
      ...ranges,
      textTable(['code', 'county', opportunity], rows),
    ].join('\n'),
  );
}
