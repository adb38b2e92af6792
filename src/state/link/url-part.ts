import { DEFAULT_DOCUMENT } from '../document/default-document.ts';
import { equalData } from '../document/equal-data.ts';
import type { ProjectDocument } from '../document/project-document.ts';

/**
 * One `key=value` of a link. `write` gives `null` where the document has the default; `read` gives the document
 * with the part put in (not yet checked against the schema), or `null` where the text has the wrong form.
 */
export interface UrlPart {
  readonly key: string;
  readonly write: (document: ProjectDocument) => string | null;
  readonly read: (text: string, document: ProjectDocument) => ProjectDocument | null;
}

/** Makes parts that carry one property each of a group of choices, left out of a link where it is as usual. */
export function partsOf<Group extends 'view' | 'circles' | 'integration'>(group: Group) {
  return <Key extends keyof ProjectDocument[Group]>(
    key: string,
    property: Key,
    write: (value: ProjectDocument[Group][Key]) => string,
    read: (text: string) => unknown,
  ): UrlPart => ({
    key,
    write: (document) => {
      const value = document[group][property];
      return equalData(value, DEFAULT_DOCUMENT[group][property]) ? null : write(value);
    },
    read: (text, document) => ({ ...document, [group]: { ...document[group], [property]: read(text) } }),
  });
}
