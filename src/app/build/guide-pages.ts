import { Marked } from 'marked';
import type { Plugin } from 'vite';

const GUIDE_PAGE = /\/docs\/guide\/[a-z]+\/[a-z-]+\.md$/;

/** Links to other pages of the guide stay; those to papers that don't come with the app become their words. */
const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return /^(\.\/)?[a-z-]+\.md(#|$)/.test(href) ? `<a href="${href}">${words}</a>` : words;
    },
  },
});

/**
 * Makes the pages of the user's guide (docs/guide) importable: the module's default export is the page as HTML. Made when
 * the app is built, from our own files only.
 */
export function guidePages(): Plugin {
  return {
    name: 'atlas-guide-pages',
    transform: {
      filter: { id: GUIDE_PAGE },
      handler: (markdown) => ({
        code: `export default ${JSON.stringify(marked.parse(markdown, { async: false }))};`,
        moduleType: 'js',
      }),
    },
  };
}
