import { type ChosenLayout, isOfLayout, type Layout, type LayoutProposal, type MatchedFile, matchSheets, proposeLayout, type SheetHead } from '@saubac/domain/layouts';
import { RefusedFile } from './file-refusal.ts';

/**
 * How a file that is not the template may be read: with a layout that is given, with one that was saved for the same headings, or with the
 * one that is proposed, if nothing required is missing from it and that is allowed.
 */
export type LayoutChoice = { given: ChosenLayout | null; saved: readonly { name: string; definition: Layout }[]; acceptProposal: boolean };
export const noLayouts: LayoutChoice = { given: null, saved: [], acceptProposal: false };

/** The layout that a file is read with, and its sheets. */
export type FittingLayout = { used: ChosenLayout; matched: MatchedFile };

const fitting = (used: ChosenLayout, heads: readonly SheetHead[]): FittingLayout => {
  const matched = matchSheets(used.definition, heads);
  if (!matched.ok) throw new RefusedFile(matched.failure);
  return { used, matched: matched.value };
};

const fromSaved = (saved: LayoutChoice['saved'], heads: readonly SheetHead[]): FittingLayout | null => {
  for (const { name, definition } of saved.filter((it) => isOfLayout(it.definition, heads))) {
    const matched = matchSheets(definition, heads);
    if (matched.ok) return { used: { how: 'saved', name, definition }, matched: matched.value };
  }
  return null;
};

/** Chooses the layout for a file, or answers with what is proposed. Throws `RefusedFile` where the one that was given does not fit. */
export const chooseLayout = ({ given, saved, acceptProposal }: LayoutChoice, heads: readonly SheetHead[]): FittingLayout | LayoutProposal => {
  if (given) return fitting(given, heads);
  const known = fromSaved(saved, heads);
  if (known) return known;
  const proposal = proposeLayout(heads);
  return acceptProposal && proposal.complete && proposal.layout ? fitting({ how: 'proposed', name: null, definition: proposal.layout }, heads) : proposal;
};
