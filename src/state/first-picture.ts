/** The latest moment at which tools load even if the map has not appeared, milliseconds. */
const LATEST_MS = 12_000;

let announce: () => void = () => undefined;

const shown = new Promise<void>((resolve) => {
  announce = resolve;
  setTimeout(resolve, LATEST_MS);
  for (const event of ['pointerdown', 'keydown', 'focusin'] as const)
    addEventListener(event, () => resolve(), { once: true, passive: true });
});

/**
 * Tells that the map with regions and names is drawn for the first time. On slow machines the tools come before that, by
 * {@link LATEST_MS}: what they bring then counts as loaded before the first picture.
 */
export function announceFirstPicture(): void {
  announce();
}

/**
 * Puts a download off until the first picture stands (or a person already does something): what one needs only to
 * act should not compete with what one looks at.
 */
export async function afterFirstPicture<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  await shown;
  return load();
}
