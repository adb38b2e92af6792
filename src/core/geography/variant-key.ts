/** Id of the region in a variant's key: `yrd` of `yrd@2019-core`. A text without `@` is an id already and stays as it is. */
export function regionIdOf(idOrKey: string): string {
  const end = idOrKey.indexOf('@');
  return end === -1 ? idOrKey : idOrKey.slice(0, end);
}

/** What tells a region's variants apart: `2019-core` of `yrd@2019-core`; `null` of a bare region id. */
export function variantSlugOf(idOrKey: string): string | null {
  const end = idOrKey.indexOf('@');
  return end === -1 ? null : idOrKey.slice(end + 1);
}
