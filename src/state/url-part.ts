import type { ProjectDocument } from './project-document.ts';

/**
 * One `key=value` of a link. `write` gives `null` where the document has the default; `read` gives the document
 * with the part put in (not yet checked against the schema), or `null` where the text has the wrong form.
 */
export interface UrlPart {
  readonly key: string;
  readonly write: (document: ProjectDocument) => string | null;
  readonly read: (text: string, document: ProjectDocument) => ProjectDocument | null;
}
