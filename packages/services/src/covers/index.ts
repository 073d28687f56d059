export { endCover, type EndCoverFailure } from './end-cover.ts';
export { listCovers } from './list-covers.ts';
export { setCover, type SetCoverFailure, type CoverInput } from './set-cover.ts';
