import { Marked } from 'marked';
import type { Plugin } from 'vite';
import { helpPageOf } from '../help/help-pages.ts';

const HELP_PAGE = /\/docs\/(?:guide\/[a-z]+\/[a-z-]+|method(?:-[a-z]+)?)\.md$/;

/** Columns beyond which a table has no room beside the map: its rows are shown one under the other, each cell with its head. */
const MOST_COLUMNS = 2;

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('`', '');
}

/** Links to other pages that help shows stay; those to papers that don't come with the app become their words. */
const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return helpPageOf(href) !== null ? `<a href="${href}">${words}</a>` : words;
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
        code: `export default ${JSON.stringify(marked.parse(markdown, { async: false }))};`,
        moduleType: 'js',
      }),
    },
  };
}
