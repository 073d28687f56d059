import type { Placeholders, Singular } from './catalogue.ts';

/** The areas of a set of catalogues in one language. */
export type Areas = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A key of some areas: area, dot, name without plural ending. */
export type KeyOf<All extends Areas> = { [Area in keyof All & string]: `${Area}.${Singular<keyof All[Area] & string>}` }[keyof All & string];

type TextOf<All extends Areas, Key extends KeyOf<All>> = Key extends `${infer Area extends keyof All & string}.${infer Name}`
  ? Name extends keyof All[Area]
    ? All[Area][Name] & string
    : `${Name}_other` extends keyof All[Area]
      ? All[Area][`${Name}_other` & keyof All[Area]] & string
      : never
  : never;

type Value = string | number | readonly string[];

/** The values that the text of a key asks for; nothing where it asks for none. */
export type ParametersOf<All extends Areas, Key extends KeyOf<All>> = [Placeholders<TextOf<All, Key>>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholders<TextOf<All, Key>>]: Value }];
