/** A package that the app is built with. */
export interface DependencyLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it; empty = not stated. */
  readonly licence: string;
  /** The words of its licence files; empty = the package has none. */
  readonly text: string;
}
