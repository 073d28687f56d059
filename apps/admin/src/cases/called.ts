import type { LocalText } from '@saubac/domain/values';

/** How a case is called in a list: what it is, and whom it is about where the reader may see him. */
export const called = (words: { text: (it: LocalText) => string }, { title, person }: { title: LocalText; person: { name: string } | null }): string =>
  person === null ? words.text(title) : `${words.text(title)} – ${person.name}`;
