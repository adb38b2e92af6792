import type { PipelineContext } from '../context.ts';
import type { TableSourceId } from './table-sources.ts';

/** A JSON artefact of the tables half. */
export interface JsonArtefact {
  readonly id: string;
  readonly path: string;
  readonly formatVersion: number;
  readonly vintage: string;
  readonly sources: readonly TableSourceId[];
  readonly licence: string;
  readonly attribution: string;
  readonly early: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Writes the artefact with its header (docs/data-formats.md); key order is as given, so bytes are deterministic. */
export function writeJsonArtefact(context: PipelineContext, artefact: JsonArtefact): void {
  const { id, path, formatVersion, vintage, sources, licence, attribution, early, counts, body } = artefact;
  const document = { header: { artefact: id, formatVersion, vintage, sources }, ...body };
  const bytes = new TextEncoder().encode(`${JSON.stringify(document)}\n`);
  context.writeArtefact(id, path, bytes, { format: 'json', early, vintage, licence, attribution, counts });
}
