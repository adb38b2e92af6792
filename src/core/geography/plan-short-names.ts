/** English names of regions, by id, in the short form that their own plans use, where the full one would fill a map or a table. */
export const planShortNamesEn: Readonly<Record<string, string>> = {
  // Outline Development Plan for the Guangdong–Hong Kong–Macao Greater Bay Area, 2019.
  gba: 'Greater Bay Area',
};
