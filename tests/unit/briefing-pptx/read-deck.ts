import { DOMParser, onErrorStopParsing, type Document } from '@xmldom/xmldom';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** A deck as a reader finds it: parts by path, XML parsed; throws on XML that is not well formed. */
export function readDeck(bytes: Uint8Array) {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const parser = new DOMParser({ onError: onErrorStopParsing });
  const documents = new Map<string, Document>();
  for (const [path, content] of parts)
    if (/\.(xml|rels)$/.test(path))
      documents.set(path, parser.parseFromString(strFromU8(content), 'text/xml'));
  const document = (path: string): Document => {
    const found = documents.get(path);
    if (found === undefined) throw new Error(`the deck has no part ${path}`);
    return found;
  };
  const elements = (path: string, name: string) => [...document(path).getElementsByTagName(name)];
  return {
    bytes,
    parts,
    documents,
    elements,
    texts: (path: string) => elements(path, 'a:t').map((element) => element.textContent ?? ''),
    /** Targets of a part's relationships by kind, as paths. */
    targets: (path: string) => {
      const rels = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
      return elements(rels, 'Relationship').map((relation) => ({
        kind: posix.basename(relation.getAttribute('Type') ?? ''),
        id: relation.getAttribute('Id') ?? '',
        path: posix.join(posix.dirname(path), relation.getAttribute('Target') ?? ''),
      }));
    },
    slides: [...parts.keys()].filter((path) => /^ppt\/slides\/[^/]+\.xml$/.test(path)).toSorted(),
  };
}
export type ReadDeck = ReturnType<typeof readDeck>;
