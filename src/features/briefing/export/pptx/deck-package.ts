import { strToU8, zipSync, type Zippable } from 'fflate';
import { el, xmlPart } from './xml.ts';

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** Content types of parts that are told apart by their file's ending. */
const byEnding: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** From the folder of one part to another, as relationships name it. */
function relativePath(from: string, to: string): string {
  const [source, target] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared += 1;
  return [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** The parts of a file in the open packaging convention (ECMA-376 part 2), with their types and relationships. */
export class DeckPackage {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #types = new Map<string, string>();
  readonly #relations = new Map<
    string,
    { readonly id: string; readonly type: string; readonly target: string }[]
  >();

  /** Adds a part; `type` is its content type where its ending does not say it. */
  add(path: string, content: string | Uint8Array, type: string | null = null): void {
    if (this.#parts.has(path)) throw new Error(`part ${path} was written twice`);
    this.#parts.set(path, typeof content === 'string' ? strToU8(content) : content);
    if (type !== null) this.#types.set(path, `application/vnd.openxmlformats-${type}+xml`);
  }

  /** Relates a part (`''` = the package) to another; gives the relationship's id. */
  relate(from: string, kind: string, to: string): string {
    const known = this.#relations.get(from) ?? [];
    const id = `rId${known.length + 1}`;
    const type = kind.startsWith('http') ? kind : `${relationTypes}/${kind}`;
    this.#relations.set(from, [...known, { id, type, target: relativePath(from, to) }]);
    return id;
  }

  #contentTypes(): string {
    return xmlPart(
      el(
        'Types',
        { xmlns: `${packageNamespace}/content-types` },
        ...Object.entries(byEnding).map(([Extension, ContentType]) =>
          el('Default', { Extension, ContentType }),
        ),
        ...[...this.#types].map(([path, ContentType]) =>
          el('Override', { PartName: `/${path}`, ContentType }),
        ),
      ),
    );
  }

  /** The file. `day` (ISO) dates its entries, so that the same deck gives the same bytes. */
  zipped(day: string): Uint8Array {
    const mtime = new Date(`${day}T00:00:00`);
    const entries: Zippable = { '[Content_Types].xml': [strToU8(this.#contentTypes()), { mtime }] };
    for (const [from, relations] of this.#relations) {
      const cut = from.lastIndexOf('/') + 1;
      const path = `${from.slice(0, cut)}_rels/${from.slice(cut)}.rels`;
      const list = relations.map(({ id: Id, type: Type, target: Target }) =>
        el('Relationship', { Id, Type, Target }),
      );
      entries[path] = [
        strToU8(xmlPart(el('Relationships', { xmlns: `${packageNamespace}/relationships` }, ...list))),
        { mtime },
      ];
    }
    // Pictures and workbooks are compressed already.
    for (const [path, bytes] of this.#parts)
      entries[path] = [bytes, { mtime, level: /\.(png|xlsx)$/.test(path) ? 0 : 6 }];
    return zipSync(entries);
  }
}
