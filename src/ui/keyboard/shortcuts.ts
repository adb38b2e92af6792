/**
 * All keys of the atlas by what they do: the one place that the handlers, the palette, the keyboard map of the help and the
 * guide’s page (held against it by a test) go by. `Ctrl` stands for ⌘ too; arrows, Enter and Esc of lists, tabs, menus and
 * sliders are the browser’s usual ones and not listed.
 */
export const SHORTCUTS = {
  anywhere: {
    search: ['/', 'Ctrl+K'],
    workspace: ['1', '2', '3', '4', '5'],
    neighbour: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'],
    saveScene: ['S'],
    undo: ['Ctrl+Z'],
    redo: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    clear: ['Escape'],
    panel: ['['],
    help: ['?'],
  },
  searching: {
    onlyActions: ['>'],
    walk: ['ArrowUp', 'ArrowDown'],
    take: ['Enter'],
    leave: ['Escape'],
  },
  onMap: {
    pan: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    zoom: ['+', '-'],
    choose: ['Enter'],
    lastPosition: ['Backspace'],
    stopPlacing: ['Escape'],
  },
  onScene: {
    sceneBefore: ['ArrowUp'],
    sceneAfter: ['ArrowDown'],
    firstScene: ['Home'],
    lastScene: ['End'],
    moveUp: ['Alt+ArrowUp'],
    moveDown: ['Alt+ArrowDown'],
    title: ['F2'],
    copy: ['Ctrl+D'],
    remove: ['Delete'],
  },
  inTalk: {
    next: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space', 'Enter'],
    previous: ['ArrowLeft', 'ArrowUp', 'PageUp'],
    first: ['Home'],
    last: ['End'],
    goTo: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    // Clickers send the page keys; the full stop is the blank key of some.
    blank: ['B', '.'],
    back: ['R'],
    notes: ['N'],
    fullscreen: ['F'],
    exit: ['Escape'],
  },
  inWords: {
    done: ['Enter', 'Escape'],
  },
  onHandle: {
    move: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    moveFar: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Where keys hold: anywhere, in the search box, on the map, on a scene of the list, in a talk, in the words of an annotation, on a line or handle to drag. */
export type KeyPlace = keyof typeof SHORTCUTS;

/** What a key does in one place. */
export type KeyDeed<Place extends KeyPlace> = keyof (typeof SHORTCUTS)[Place] & string;

/** What of a keyboard event counts. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Shift is part of a chord with letters only under Ctrl: `?`, `+` and capitals need it on some keyboards. */
function isChord(chord: string, stroke: KeyStroke): boolean {
  const parts = chord.length === 1 ? [chord] : chord.split('+');
  const key = parts.at(-1) ?? '';
  const pressed = stroke.key === ' ' ? 'Space' : stroke.key;
  const withControl = stroke.ctrlKey || stroke.metaKey;
  const heedsShift = withControl || key.length > 1;
  return (
    (key.length === 1 ? pressed.toLowerCase() === key.toLowerCase() : pressed === key) &&
    withControl === parts.includes('Ctrl') &&
    stroke.altKey === parts.includes('Alt') &&
    (!heedsShift || stroke.shiftKey === parts.includes('Shift'))
  );
}

/** What a stroke does in a place; `null` = nothing. */
export function deedOf<Place extends KeyPlace>(place: Place, stroke: KeyStroke): KeyDeed<Place> | null {
  const deeds: Readonly<Record<string, readonly string[]>> = SHORTCUTS[place];
  const found = Object.keys(deeds).find((deed) => deeds[deed]?.some((chord) => isChord(chord, stroke)));
  return (found ?? null) as KeyDeed<Place> | null;
}

/** Which way the arrows lead: `x` to the right, `y` upwards. */
const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, 1],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
};

/** Where a stroke moves what is dragged otherwise: by 1 right (`x`) or up (`y`), near or far; `null` = nowhere. */
export function handleStep(
  stroke: KeyStroke,
): { readonly x: number; readonly y: number; readonly isFar: boolean } | null {
  const deed = deedOf('onHandle', stroke);
  const way = WAYS[stroke.key];
  return deed === null || way === undefined ? null : { x: way[0], y: way[1], isFar: deed === 'moveFar' };
}

/** Keys as their caps say them, where that differs from the browser’s name. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  '-': '−',
};

function capsOf(chord: string): string {
  const parts = chord.length === 1 ? [chord] : chord.split('+');
  return parts.map((part) => CAPS[part] ?? part).join('+');
}

/** The keys of a deed as they are shown: `Ctrl+Shift+Z`; digits in a row as `1–5`, the arrows together as `Shift+↑↓←→`. */
export function shownKeys<Place extends KeyPlace>(place: Place, deed: KeyDeed<Place>): readonly string[] {
  const chords = SHORTCUTS[place][deed] as readonly string[];
  const arrows = chords.map((chord) => /^(.*)Arrow\w+$/.exec(chord)?.[1]);
  if (chords.length === 4 && arrows.every((before) => before !== undefined && before === arrows[0]))
    return [`${arrows[0] ?? ''}↑↓←→`];
  if (chords.length > 2 && chords.every((chord, at) => Number(chord) === Number(chords[0]) + at))
    return [`${chords[0] ?? ''}–${chords.at(-1) ?? ''}`];
  return chords.map(capsOf);
}
