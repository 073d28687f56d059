export { EmptyState } from './empty-state.tsx';
export { FailedState } from './failed-state.tsx';
export { LoadingRows } from './loading-rows.tsx';
export { NoPermissionState } from './no-permission-state.tsx';
export { Notice } from './notice.tsx';
