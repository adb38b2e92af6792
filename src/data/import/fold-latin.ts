/** Latin text as compared: without tones, case, spaces, apostrophes and hyphens. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s'’·-]/g, '');
}
