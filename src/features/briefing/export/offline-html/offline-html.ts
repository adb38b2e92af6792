import type { NameLanguage } from '#core/geography/name-language.ts';
import { sha256Hex } from '#data/sha256.ts';
import type { SceneFacts, SceneTable } from './scene-facts.ts';

/** One scene of the file. */
export interface OfflineScene {
  readonly title: string;
  readonly note: string;
  /** The whole sheet as SVG document. */
  readonly svg: string;
  readonly facts: SceneFacts;
  readonly tables: readonly SceneTable[];
  readonly charts: readonly SceneChart[];
}

/** A chart under the map of a scene. */
export interface SceneChart {
  readonly title: string;
  /** The drawing, without ids and styles. */
  readonly svg: string;
  /** How the figures came about; may be empty. */
  readonly remark: string;
}

/** Words of the file's own controls, in the file's language. */
export interface OfflineWords {
  readonly previous: string;
  readonly next: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  /** With `{number}` and `{total}`. */
  readonly position: string;
  readonly keys: string;
}

/** What the script of the file reads. */
export interface OfflineData {
  readonly language: NameLanguage;
  readonly words: OfflineWords;
  readonly facts: readonly SceneFacts[];
}

/** A file with all scenes. */
export interface OfflineBriefing {
  readonly title: string;
  readonly language: NameLanguage;
  readonly words: OfflineWords;
  readonly imprint: string;
  readonly scenes: readonly OfflineScene[];
}

/** Script and style that the file carries. */
export interface OfflineCode {
  readonly script: string;
  readonly style: string;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** JSON that may stand in a script element. */
function embedded(data: OfflineData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** An SVG document as element of the page, its ids made different from those of the other scenes. */
function inlined(svg: string, prefix: string): string {
  return svg
    .replace(/^<\?xml[^>]*\?>\s*/u, '')
    .replaceAll(/ id="([^"]+)"/gu, ` id="${prefix}$1"`)
    .replaceAll(/url\(#([^)]+)\)/gu, `url(#${prefix}$1)`)
    .replaceAll(/ href="#([^"]+)"/gu, ` href="#${prefix}$1"`);
}

/** A figure with its sign, unit and year, a range of two, or none. */
const FIGURE = /^(?:[<>≥≤~]? ?[+−±]?¥?[\d.,]+|—|$)/u;

const remarkHtml = (remark: string): string => (remark === '' ? '' : `<small>${escaped(remark)}</small>`);

function tableHtml({ title, columns, rows, remark }: SceneTable): string {
  // Figures stand under one another, and their column's head with them.
  const areFigures = columns.map((_, at) => at > 0 && rows.every((row) => FIGURE.test(row[at] ?? '')));
  const cells = (tag: 'td' | 'th', row: readonly string[]) =>
    `<tr>${row
      .map(
        (cell, at) => `<${tag}${areFigures[at] === true ? ' class="figure"' : ''}>${escaped(cell)}</${tag}>`,
      )
      .join('')}</tr>`;
  return `<details><summary>${escaped(title)}</summary><table><thead>${cells('th', columns)}</thead><tbody>${rows
    .map((row) => cells('td', row))
    .join('')}</tbody></table>${remarkHtml(remark)}</details>`;
}

function chartHtml({ title, svg, remark }: SceneChart): string {
  return `<figure class="chart"><figcaption>${escaped(title)}</figcaption>${svg}${remarkHtml(remark)}</figure>`;
}

/** Characters of a note that surely fit on the sheet's line, Chinese ones included. */
const LONGEST_LINE = 90;

function sceneHtml({ title, note, svg, charts, tables }: OfflineScene, index: number): string {
  // The sheet has room for one line of the note; what is longer stands in full beneath.
  const paragraphs =
    note.includes('\n') || note.length > LONGEST_LINE
      ? note.split(/\n+/u).filter((line) => line.trim() !== '')
      : [];
  return `<section class="scene" id="scene-${index + 1}" aria-label="${escaped(title)}">
<figure class="map">${inlined(svg, `s${index + 1}-`)}</figure>
${paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${charts.map(chartHtml).join('\n')}
${tables.map(tableHtml).join('\n')}
</section>`;
}

async function sourceHash(text: string): Promise<string> {
  const hex = await sha256Hex(new TextEncoder().encode(text));
  const bytes = hex.match(/../gu)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `'sha256-${btoa(bytes.join(''))}'`;
}

/**
 * All scenes in one page that asks nobody for anything: its policy allows no request at all, only its own script and style
 * (by their hashes) and the pictures inside it. Without script, and on paper, the scenes stand one under the other.
 */
export async function offlineHtml(
  { title, language, words, imprint, scenes }: OfflineBriefing,
  { script, style }: OfflineCode,
): Promise<string> {
  // A closing tag inside would end the element early.
  const safeScript = script.replaceAll('</script', '<\\/script');
  const policy = [
    "default-src 'none'",
    `script-src ${await sourceHash(safeScript)}`,
    `style-src ${await sourceHash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data: OfflineData = { language, words, facts: scenes.map(({ facts }) => facts) };
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><nav id="controls"></nav></header>
<main>
${scenes.map(sceneHtml).join('\n')}
</main>
<footer>${escaped(imprint)}</footer>
<script type="application/json" id="briefing">${embedded(data)}</script>
<script>${safeScript}</script>
</body>
</html>
`;
}
