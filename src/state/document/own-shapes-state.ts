/** What coordinates in degrees of a file mean. */
export const SHAPE_DATUMS = ['WGS-84', 'GCJ-02'] as const;

/** A file of boundaries that a person brought. The project names it; its content is kept by the browser, by hash. */
export interface ShapeFile {
  /** SHA-256 of the file, its coordinates as chosen and its layer, as hexadecimal text. */
  readonly id: string;
  readonly name: string;
  readonly datum: (typeof SHAPE_DATUMS)[number];
  /** Which of the file's layers. */
  readonly layer: string;
  /** Attribute that names the shapes; `null` = they are numbered. */
  readonly nameField: string | null;
  /** All shapes of the file are taken as one. */
  readonly isDissolved: boolean;
}

/** Most files of boundaries that a project names. */
export const MOST_SHAPE_FILES = 20;
