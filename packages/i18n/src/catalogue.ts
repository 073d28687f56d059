/** The key without its plural ending: Vietnamese has one form (`_other`), English two (`_one`, `_other`). */
export type Singular<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/**
 * The English side of a Vietnamese catalogue: the same keys, and a form for one where there is a form for many.
 * That the placeholders agree is a matter of the test.
 */
export type Catalogue<Vietnamese extends Readonly<Record<string, string>>> = { readonly [Key in keyof Vietnamese]: string } & {
  readonly [Key in keyof Vietnamese as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

type NameOf<Inside extends string> = Inside extends `${infer Name},${string}` ? Trim<Name> : Trim<Inside>;
type Trim<Text extends string> = Text extends ` ${infer Rest}` ? Trim<Rest> : Text extends `${infer Rest} ` ? Trim<Rest> : Text;

/** The names between `{{` and `}}` of a text, without their formats. */
export type Placeholders<Text extends string> = Text extends `${string}{{${infer Inside}}}${infer Rest}` ? NameOf<Inside> | Placeholders<Rest> : never;
