export { commitUnitChange, type CommitFailure } from './commit.ts';
export { dropUnitChange, prepareUnitChange, rewriteChange, type RewriteFailure } from './prepare.ts';
export { previewUnitChange, type PreviewFailure } from './preview.ts';
export * from './read.ts';
export * from './view.ts';
export { withdrawUnitChange, type WithdrawFailure } from './withdraw.ts';
