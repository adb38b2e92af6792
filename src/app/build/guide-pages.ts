import { Marked } from 'marked';
import type { Plugin } from 'vite';
import { helpPageOf } from '../help/help-pages.ts';

const HELP_PAGE = /\/docs\/(?:guide\/[a-z]+\/[a-z-]+|method(?:-[a-z]+)?)\.md$/;

/** Links to other pages that help shows stay; those to papers that don't come with the app become their words. */
const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return helpPageOf(href) !== null ? `<a href="${href}">${words}</a>` : words;
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
