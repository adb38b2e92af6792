import { Marked, type Token, type Tokens } from 'marked';

/** A piece of a document that two languages must share: a heading, a paragraph, a point of a list, a cell of a table, a block of code. */
export interface OutlineBlock {
  /** What it is and where: `h2`, `paragraph`, `list 3`, `point`, `table 4 × 3`, `cell`, `code`. */
  readonly kind: string;
  /** The numerals in it with their %, and the signs of its formulas, sorted: the order of words differs between languages. */
  readonly figures: readonly string[];
  /** Its codes and formulas, sorted. */
  readonly codes: readonly string[];
  /** The documents that it links to, without their language, each with the number of the section where it names one. */
  readonly links: readonly string[];
  readonly text: string;
}

const NUMERAL = /\d+(?:,\d{3})+(?:\.\d+)?%?|\d+(?:\.\d+)?%?/g;
const SIGN = /[=≠≤≥<>÷×±√Σ→∝½⅓⅔¼⅛⅜²³₁₂₃⁰⁻¹⁷+−σμ°]/g;

const sorted = (texts: readonly string[]) => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

function blockOf(kind: string, raw: string): OutlineBlock {
  const links: string[] = [];
  const words = raw.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (_, text: string, href: string) => {
    const [file = '', hash = ''] = href.replace('.zh-CN.md', '.md').split('#');
    links.push(`${file.split('/').at(-1)}${hash === '' ? '' : `#${/^\d*/.exec(hash)?.[0]}`}`);
    return text;
  });
  const codes: string[] = [];
  const text = words
    .replaceAll(/`([^`]*)`/g, (_, code: string) => {
      codes.push(code);
      return ' ';
    })
    // Units that Chinese has words for: 平方公里, 微克/立方米.
    .replaceAll(/\b(?:k?m[²2]|ug\/m3)/g, '');
  return {
    kind,
    figures: sorted([...(text.match(NUMERAL) ?? []), ...(text.match(SIGN) ?? [])]),
    codes: sorted(codes),
    links: sorted(links),
    text: raw,
  };
}

function blocksOf(token: Token): readonly OutlineBlock[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [blockOf(`h${(token as Tokens.Heading).depth}`, (token as Tokens.Heading).text)];
    case 'list': {
      const { items, ordered } = token as Tokens.List;
      return [
        blockOf(`${ordered ? 'numbered list' : 'list'} ${items.length}`, ''),
        ...items.map(({ text }) => blockOf('point', text)),
      ];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [
        blockOf(`table ${rows.length} × ${header.length}`, ''),
        ...[header, ...rows].flat().map(({ text }) => blockOf('cell', text)),
      ];
    }
    case 'code':
      return [{ ...blockOf('code', ''), codes: [(token as Tokens.Code).text], text: token.raw }];
    default:
      return [blockOf(token.type, token.raw.trim())];
  }
}

/** What a document in Markdown says in any language, block by block. */
export function outlineOf(markdown: string): readonly OutlineBlock[] {
  return new Marked().lexer(markdown).flatMap(blocksOf);
}
