/** The shape that another language's strings must have: the same keys, any text. */
export type TranslationOf<Strings> = {
  readonly [Key in keyof Strings]: Strings[Key] extends string ? string : TranslationOf<Strings[Key]>;
};
