export { type ConfirmedMerge, confirmMerge, type ConfirmMergeFailure, type DecideMergeFailure, type MergeDecision, type UnknownMerge, withdrawMerge } from './decide-merge.ts';
export { type DismissFailure, dismissTwins } from './dismiss-twins.ts';
export { comparison, type ElsewhereCursor, type ElsewherePage, listElsewhere, setAcrossProvinces } from './elsewhere.ts';
export { listTwins, type Twins, type TwinsCursor, type TwinsPage } from './list-twins.ts';
export type { MergeInput, MergeRefusal } from './merging.ts';
export { type MergePreview, previewMerge } from './preview-merge.ts';
export { type ProposedMerge, proposeMerge, type ProposeMergeFailure } from './propose-merge.ts';
export { getMerge, listMerges, type MergesPage } from './read-merges.ts';
export { type Dependency, unmerge, type Unmerged, type UnmergeFailure } from './unmerge.ts';
