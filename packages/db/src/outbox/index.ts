export { deadRows, reviveRows, type DeadRow } from './dead-rows.ts';
export { hintChannel, hintWorker } from './hint.ts';
export { queue, type OutboxItem, type OutboxPayload } from './queue.ts';
export { AlreadyDone, markDead, markDone, markTaken, noteAttempt, noteFailure, openRows, outboxRow, type OutboxRow, type OutboxState } from './rows.ts';
export { tenantsWithOpenRows } from './sweep.ts';
