export { deleteSavedLayout, renameSavedLayout, type ChangeLayoutFailure } from './change-layout.ts';
export { keepLayout, type LayoutNameTaken, saveLayout } from './keep-layout.ts';
export { findLayout, getLayout, listLayouts, type SavedLayout, type UnknownLayout } from './read-layouts.ts';
