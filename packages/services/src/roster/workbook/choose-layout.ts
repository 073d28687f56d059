import { isOfLayout, type Layout, type LayoutProposal, type MatchedFile, matchSheets, proposeLayout, type SheetHead } from '@saubac/domain/layouts';
import { RefusedFile } from './file-refusal.ts';

/** A layout that somebody of the tenant confirmed and named. */
export type NamedLayout = { id: string; name: string; version: number; definition: Layout };

/**
 * How a file that is not the template may be read: with a layout that is given, with one that was saved for the same headings, or with the
 * one that is proposed, if nothing required is missing from it and that is allowed.
 */
export type LayoutChoice = { given: Layout | null; saved: readonly NamedLayout[]; acceptProposal: boolean };
export const noLayouts: LayoutChoice = { given: null, saved: [], acceptProposal: false };

/** The layout that a file is read with, where it came from, and the sheets that it leaves out. */
export type UsedLayout = { how: 'given' | 'saved' | 'proposed'; id: string | null; name: string | null; definition: Layout; leftOut: readonly string[] };

export type ChosenLayout = { used: UsedLayout; matched: MatchedFile };

const fitting = (layout: Layout, heads: readonly SheetHead[]): MatchedFile => {
  const matched = matchSheets(layout, heads);
  if (!matched.ok) throw new RefusedFile(matched.failure);
  return matched.value;
};

const fromSaved = (saved: readonly NamedLayout[], heads: readonly SheetHead[]): ChosenLayout | null => {
  for (const { id, name, definition } of saved.filter((it) => isOfLayout(it.definition, heads))) {
    const matched = matchSheets(definition, heads);
    if (matched.ok) return { used: { how: 'saved', id, name, definition, leftOut: matched.value.leftOut }, matched: matched.value };
  }
  return null;
};

/** Chooses the layout for a file, or answers with what is proposed. Throws `RefusedFile` where the one that was given does not fit. */
export const chooseLayout = ({ given, saved, acceptProposal }: LayoutChoice, heads: readonly SheetHead[]): ChosenLayout | LayoutProposal => {
  if (given) {
    const matched = fitting(given, heads);
    return { used: { how: 'given', id: null, name: null, definition: given, leftOut: matched.leftOut }, matched };
  }
  const known = fromSaved(saved, heads);
  if (known) return known;
  const proposal = proposeLayout(heads);
  if (!acceptProposal || !proposal.complete || !proposal.layout) return proposal;
  const matched = fitting(proposal.layout, heads);
  return { used: { how: 'proposed', id: null, name: null, definition: proposal.layout, leftOut: matched.leftOut }, matched };
};
