import { deedOf } from '#ui/keyboard/shortcuts.ts';

/** A step from scene to scene; `goTo` counts them from 0. */
export type WalkAction =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' }
  | { readonly do: 'goTo'; readonly index: number };

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

/** What a key does in a talk, with or without Shift; `null` = nothing. */
export function talkActionOf(key: string): TalkAction | null {
  const deed = deedOf('inTalk', { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });
  if (deed === null) return null;
  return deed === 'goTo' ? { do: 'goTo', index: Number(key) - 1 } : { do: deed };
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
