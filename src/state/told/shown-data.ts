import { createStore } from 'zustand/vanilla';

/**
 * A table as the panel shows it: cells are printed figures and names, `—` where there is none. `Text` is a string in the
 * language of the page, or what an exporter makes of it.
 */
export interface ShownTable<Text = string> {
  readonly title: Text;
  readonly columns: readonly { readonly title: Text; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly Text[])[];
  /** How the figures came about; empty = nothing to add. */
  readonly remark: Text;
}

interface ShownPlot<Text> {
  readonly title: Text;
  /** Names along the axis, or of the points; a value of each series for each of them. */
  readonly categories: readonly Text[];
  readonly series: readonly {
    readonly name: Text;
    /** `null` = missing: nothing is drawn. */
    readonly values: readonly (number | null)[];
    /** Of what is selected. */
    readonly isEmphasised: boolean;
  }[];
  readonly decimals: number;
  readonly remark: Text;
}

/** Bars or lines over names. */
export interface ShownSeries<Text = string> extends ShownPlot<Text> {
  readonly kind: 'bar' | 'line';
  /** Colours of single bars as on the map, `#rrggbb`; `null` = none of its own. */
  readonly colours: readonly (string | null)[];
  /** Differences, written with their sign. */
  readonly isSigned: boolean;
}

/** Points by two positive numbers on logarithmic axes, the first series as dots, further ones as lines; least values on top. */
export interface ShownScatter<Text = string> extends ShownPlot<Text> {
  readonly kind: 'scatter';
  readonly across: { readonly title: Text; readonly values: readonly number[] };
  /** How many of the points, from the first, carry their name. */
  readonly named: number;
}

/** A chart as the panel shows it, as numbers; `null` where there is none. */
export type ShownChart<Text = string> = ShownSeries<Text> | ShownScatter<Text>;

/** Tables and charts of a workspace, most important first. */
export interface ShownData {
  readonly tables: readonly ShownTable[];
  readonly charts: readonly ShownChart[];
}

/** Workspaces that say what they show. */
export const DATA_TOPICS = ['scenario', 'circles', 'integration', 'structure'] as const;
export type DataTopic = (typeof DATA_TOPICS)[number];

/** Puts together what is shown: only for those who ask, not at every step of a slider. */
export type TellShownData = () => ShownData | null;

/** What a workspace tells, and what stands on its map in place of that. */
interface Told {
  readonly own: TellShownData | null;
  readonly instead: TellShownData | null;
}

const NOTHING_TOLD: Told = { own: null, instead: null };

const told = createStore<Readonly<Record<DataTopic, Told>>>(() => ({
  scenario: NOTHING_TOLD,
  circles: NOTHING_TOLD,
  integration: NOTHING_TOLD,
  structure: NOTHING_TOLD,
}));

/** Says what tables and charts belong to the map as it stands, in the language of the page; `null` when there are none. */
export function setShownData(topic: DataTopic, tell: TellShownData | null): void {
  told.setState((state) => ({ [topic]: { ...state[topic], own: tell } }));
}

/** Says what stands in the place of what a workspace shows otherwise; `null` when nothing does any more. */
export function setShownInstead(topic: DataTopic, tell: TellShownData | null): void {
  told.setState((state) => ({ [topic]: { ...state[topic], instead: tell } }));
}

const tellOf = ({ own, instead }: Told): TellShownData | null => instead ?? own;

/** What a workspace shows now; `null` = nothing. */
export function shownDataOf(topic: DataTopic): ShownData | null {
  return tellOf(told.getState()[topic])?.() ?? null;
}

/** Calls whenever a workspace shows something else. @returns ends it */
export function watchShownData(topic: DataTopic, onChange: () => void): () => void {
  return told.subscribe((now, before) => {
    if (tellOf(now[topic]) !== tellOf(before[topic])) onChange();
  });
}
