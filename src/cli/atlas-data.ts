/** To come with the data layer. */
export interface AtlasData {
  readonly x?: 1;
}
