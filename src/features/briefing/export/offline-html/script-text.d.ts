/** A script with all it imports as one self-contained text (src/app/build/script-text.ts). */
declare module '*?script-text' {
  const source: string;
  export default source;
}
