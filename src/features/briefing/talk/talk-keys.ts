/** A step from scene to scene; `goTo` counts them from 0. */
export type WalkAction =
  { readonly do: 'next' | 'previous' | 'first' | 'last' } | { readonly do: 'goTo'; readonly index: number };

/** What can be done in a talk without going to another scene. */
export type StageAction = 'blank' | 'back' | 'notes' | 'fullscreen' | 'exit';

const STAGE_ACTIONS: ReadonlySet<string> = new Set<StageAction>([
  'blank',
  'back',
  'notes',
  'fullscreen',
  'exit',
]);

export type TalkAction = WalkAction | { readonly do: StageAction };

/** Clickers send the page keys; the full stop is the blank key of some. */
const KEYS: Readonly<Record<string, Exclude<TalkAction['do'], 'goTo'>>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  r: 'back',
  n: 'notes',
  f: 'fullscreen',
  Escape: 'exit',
};

/** What a key does in a talk; `null` = nothing. */
export function talkActionOf(key: string): TalkAction | null {
  if (/^[1-9]$/.test(key)) return { do: 'goTo', index: Number(key) - 1 };
  const name = key.length === 1 ? key.toLowerCase() : key;
  const known = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  return known === undefined ? null : { do: known };
}

/** Whether an action stays with the scene. */
export function isStageAction(action: TalkAction): action is { readonly do: StageAction } {
  return STAGE_ACTIONS.has(action.do);
}

/** Keys that the map and its buttons keep during a talk: zoom, and the way from button to button. */
export function staysWithMap(key: string): boolean {
  return ['+', '-', '=', 'Tab', 'Shift'].includes(key);
}

/** The scene after a step, of `count` scenes; the ends hold. */
export function sceneAfter(action: WalkAction, index: number, count: number): number {
  const last = count - 1;
  switch (action.do) {
    case 'next':
      return Math.min(last, index + 1);
    case 'previous':
      return Math.max(0, index - 1);
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'goTo':
      return action.index <= last ? action.index : index;
  }
  return action satisfies never;
}
