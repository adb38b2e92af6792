/**
 * A name as it is drawn on the map: with a straight apostrophe. Labels come from fonts for Chinese, which draw the curly
 * one as wide as a character (Xi’ an).
 */
export function drawnName(name: string): string {
  return name.replaceAll('’', "'");
}
