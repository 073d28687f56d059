export { findTwinPairs, succeedsIn, type TwinPair, twinRecords } from './candidates.ts';
export { type TwinCard, twinCards } from './twin-cards.ts';
export { type Compared, compareAcrossProvinces, peopleElsewhere, type PersonElsewhere, saveTakesPart, takesPart } from './elsewhere.ts';
export { mergePeople, type Merging, unmergePeople, type WayBack } from './merge-people.ts';
export { certificateVersions, changedSince, fieldsOfRow, type KeptRow, levelsOfPeople, lockBoth } from './merge-rows.ts';
export { dismissTwins, followSecondNumbers, mergedInto } from './merged-people.ts';
export { decideMerge, findMerge, hasOpenMerge, insertMerge, type KeptMerge, laterMerges, listMerges, type MergeChoices, type MergeDeed, type MergeState, undoMerge } from './merges.ts';
