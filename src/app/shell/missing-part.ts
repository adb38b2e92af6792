/**
 * Whether a part of the program did not come: no network, or another release stands on the server. As Chromium, Firefox,
 * Safari and Vite say it.
 */
export function isMissingPart({ message }: Error): boolean {
  return /dynamically imported module|importing a module script failed|unable to preload/i.test(message);
}
