/** Header of a JSON artefact for hand-written fixtures. */
export function headed(artefact: string, body: Record<string, unknown>, formatVersion = 1): unknown {
  return { header: { artefact, formatVersion, vintage: 'test', sources: ['test'] }, ...body };
}
