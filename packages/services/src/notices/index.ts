export { listNotices, markNoticesRead, type ShownNotice, unreadOf } from './own-notices.ts';
export { mailNotices, type NoticeMail } from './mail-notices.ts';
export { caseDays, tellDays } from './tell-days.ts';
export { tellOfMove } from './tell-of-move.ts';
