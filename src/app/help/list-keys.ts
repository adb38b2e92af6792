import type { TFunction } from 'i18next';
import { SHORTCUTS, shownKeys, type KeyDeed, type KeyPlace } from '#ui/keyboard/shortcuts.ts';

/** The keys that hold in one place, each with what it does. */
interface KeysOfPlace {
  readonly place: KeyPlace;
  readonly title: string;
  readonly rows: readonly { readonly words: string; readonly keys: readonly string[] }[];
}

/** All keys in the order of the keyboard map, in the words of a language. */
export function listKeys(t: TFunction<'keys'>): readonly KeysOfPlace[] {
  return (Object.keys(SHORTCUTS) as KeyPlace[]).map((place) => ({
    place,
    title: t(`place.${place}`),
    rows: Object.keys(SHORTCUTS[place]).map((deed) => ({
      words: t(`deed.${place}.${deed}` as 'deed.anywhere.undo'),
      keys: shownKeys(place, deed as KeyDeed<typeof place>),
    })),
  }));
}
