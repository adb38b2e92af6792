import { Marked, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import { helpPlaceOf } from '../help/help-pages.ts';

const HELP_PAGE = /\/docs\/(?:guide\/[a-z]+\/[a-z-]+|(?:method(?:-[a-z]+)?|data)(?:\.zh-CN)?)\.md$/;

/** Columns beyond which a table has no room beside the map: its rows are shown one under the other, each cell with its head. */
const MOST_COLUMNS = 2;

/** Characters of a formula or name that is not broken at the end of a line: they have room in a point of a list at 320 px. */
const LONGEST_UNBROKEN = 30;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('`', '');
}

/** Number of a section, as its heading begins with it. */
function sectionOf(heading: string): number | null {
  const number = /^(\d+)\. /.exec(heading)?.[1];
  return number === undefined ? null : Number(number);
}

/** Links to other pages that help shows stay; those to papers that don't come with the app become their words. */
const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return helpPlaceOf(href) !== null ? `<a href="${href}">${words}</a>` : words;
    },
    heading({ depth, tokens, text }) {
      const words = this.parser.parseInline(tokens);
      const section = depth === 2 ? sectionOf(text) : null;
      // Takes the focus of who jumps to it.
      const place = section === null ? '' : ` id="section-${section}" tabindex="-1"`;
      return `<h${depth}${place}>${words}</h${depth}>`;
    },
    codespan({ text }) {
      return `<code${text.length <= LONGEST_UNBROKEN ? ' data-short' : ''}>${escaped(text)}</code>`;
    },
    table({ header, rows }) {
      const isWide = header.length > MOST_COLUMNS;
      const heads = header.map(({ tokens }) => `<th>${this.parser.parseInline(tokens)}</th>`).join('');
      const body = rows.map((row) => {
        const cells = row.map(({ tokens }, at) => {
          const head = isWide && at > 0 ? ` data-head="${attribute(header[at]?.text ?? '')}"` : '';
          return `<td${head}>${this.parser.parseInline(tokens)}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      });
      return `<table${isWide ? ' data-wide' : ''}><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
    },
  },
});

/** The sections of a paper as links to them; empty for a page without numbered sections. */
function contentsOf(tokens: readonly Token[]): string {
  const sections = tokens.flatMap((token) => {
    const { depth, text } = token as Tokens.Heading;
    const section = token.type === 'heading' && depth === 2 ? sectionOf(text) : null;
    return section === null ? [] : [{ section, text }];
  });
  if (sections.length === 0) return '';
  const links = sections.map(
    ({ section, text }) =>
      `<li><a href="#${section}-">${marked.parseInline(text, { async: false })}</a></li>`,
  );
  return `<ul data-contents>${links.join('')}</ul>`;
}

/** A page of help as HTML: behind the title of a paper stand its sections as links. */
export function helpHtml(markdown: string): string {
  const tokens = marked.lexer(markdown);
  return marked.parser(tokens).replace('</h1>', () => `</h1>${contentsOf(tokens)}`);
}

/**
 * Makes the pages of the user's guide (docs/guide) and the papers on the method importable: the module's default export is the page as HTML. Made when
 * the app is built, from our own files only.
 */
export function guidePages(): Plugin {
  return {
    name: 'atlas-guide-pages',
    transform: {
      filter: { id: HELP_PAGE },
      handler: (markdown) => ({
        code: `export default ${JSON.stringify(helpHtml(markdown))};`,
        moduleType: 'js',
      }),
    },
  };
}
