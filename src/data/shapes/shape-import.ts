import type { OwnShapeSet } from '#core/geography/own-shapes.ts';
import { fail, type Result } from '#core/units/result.ts';

/** What a file of boundaries may be at most, so that no file can exhaust the page. Named in the messages. */
export const SHAPE_LIMITS = {
  /** Bytes of the file, and of all that is unpacked from an archive. */
  bytes: 60e6,
  unpackedBytes: 200e6,
  shapes: 5_000,
  vertices: 500_000,
  fields: 80,
  textLength: 120,
  /** Shapes that are named one by one in a remark. */
  named: 8,
} as const;

/** What coordinates in degrees mean; CGCS2000 and WGS-84 differ by centimetres and are taken for one. */
export type ShapeDatum = 'WGS-84' | 'GCJ-02';

/** How a file is to be read. */
export interface ShapeOptions {
  readonly fileName: string;
  readonly datum: ShapeDatum;
  /** Which of the file's layers; `null` = the first. */
  readonly layer: string | null;
}

/** Why a file of boundaries is refused. */
export type ShapeFailure =
  | 'cancelled'
  | 'not-a-zip'
  | 'zip-too-large'
  | 'zip-damaged'
  | 'shapes-too-large'
  | 'shapes-unknown-form'
  | 'shapes-project'
  | 'shapes-damaged'
  | 'shapes-no-layer'
  | 'shapes-no-areas'
  | 'shapes-too-many'
  | 'shapes-too-fine'
  | 'shapes-projected'
  | 'shapes-projection-unknown'
  | 'shapes-swapped'
  | 'shapes-outside';

/** What was noticed and not refused. */
export type ShapeNoteReason =
  | 'lines-points'
  | 'ring-closed'
  | 'ring-dropped'
  | 'self-crossing'
  | 'not-checked'
  | 'outside-left-out'
  | 'no-prj'
  | 'old-datum'
  | 'no-attributes'
  | 'fields-left-out';

/** A remark on a file that was taken. */
export interface ShapeNote {
  readonly reason: ShapeNoteReason;
  /** How many of them; 1 for the file as a whole. */
  readonly count: number;
  /** Shapes by number (from 1), or a name out of the file; at most {@link SHAPE_LIMITS.named}. */
  readonly named: readonly string[];
}

/** Boundaries as they were understood. */
export interface ShapesImport {
  readonly shapes: OwnShapeSet;
  /** All layers of the file, and the one that was read. */
  readonly layers: readonly string[];
  readonly layer: string;
  /** The attribute that most likely holds the names; `null` = none. */
  readonly nameField: string | null;
  /** Coordinate system as the file calls it; `null` = it says nothing, degrees were taken for what the person said. */
  readonly system: string | null;
  readonly notes: readonly ShapeNote[];
}

/** An area of the file with its attributes, coordinates still as they stand there. */
export interface RawFeature {
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** A file's layer before its coordinates and shapes are looked at. */
export interface RawLayer {
  readonly layers: readonly string[];
  readonly layer: string;
  readonly features: readonly RawFeature[];
  /** The file's own words for its coordinate system: WKT of a .prj, an EPSG code of GeoJSON. */
  readonly system: { readonly kind: 'wkt' | 'name'; readonly text: string } | null;
  /** Whether such files come with a coordinate system: its absence is a remark. */
  readonly shouldHaveSystem: boolean;
  readonly notes: readonly ShapeNote[];
}

/** A file that breaks off or contradicts itself. @param detail what the reader said, in English */
export function damaged(detail: string): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-damaged',
    message: `The file is damaged or of another kind: ${detail}.`,
    nextStep: 'Export it anew from the program that made it.',
    values: { detail },
  });
}

/** Words of something thrown by a reader. */
export function detailOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 160);
}
