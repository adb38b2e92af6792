/** A piece of XML markup; text becomes markup only through {@link escaped}. */
export type Markup = string;

/** What XML 1.0 cannot hold at all, escaped or not: control characters, lone surrogates, two non-characters. */
const impossible =
  // oxlint-disable-next-line no-control-regex -- these are what must go
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML character data, good for attributes too. */
export function escaped(text: string): Markup {
  return text.replace(impossible, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One element; attributes without a value are left out, children are markup already. */
export function el(
  name: string,
  attributes: Attributes,
  ...children: readonly (Markup | false | null)[]
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
      // A line break in an attribute would be read as a space.
      return ` ${key}="${escaped(text).replace(/[\r\n\t]+/g, ' ')}"`;
    })
    .join('');
  const content = children.filter((child) => child !== false && child !== null).join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A whole part. */
export function xmlPart(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Namespaces that every part with drawings declares. */
export const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;
