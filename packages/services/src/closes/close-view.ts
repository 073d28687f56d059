import type { OpenProblems, StoredClose } from '@saubac/db/closes';
import type { Forbidden } from '@saubac/domain/access';
import { type CloseState, periodName, type RulesThen } from '@saubac/domain/closes';
import type { IsoDate, UserId } from '@saubac/domain/values';

import type { TookTooLong } from '../figures/index.ts';

/** Why a close could not be made, or was not signed. */
export type CloseProblem = Forbidden | TookTooLong | { kind: 'no-plan-in-force'; on: IsoDate } | { kind: 'close-failed' } | { kind: 'close-sent-back'; by: string; reason: string };

export type KeptClose = StoredClose<OpenProblems, CloseProblem>;

/** Somebody who did a part of a close, and when. */
export type ByWhom = { id: UserId | null; name: string; at: string };

/** A close as it is shown. `data`: the state of the tenant's data that was read; `digest`: of everything frozen, which is what was signed. */
export type CloseView = {
  id: string;
  period: string;
  from: IsoDate;
  to: IsoDate;
  cutOff: IsoDate;
  number: number;
  corrects: string | null;
  reason: string | null;
  state: CloseState;
  progress: { done: number; of: number | null };
  failure: CloseProblem | null;
  prepared: ByWhom;
  approved: ByWhom | null;
  data: { position: number; digest: string; takenAt: string } | null;
  rules: RulesThen | null;
  rulesDigest: string | null;
  problems: OpenProblems | null;
  digest: string | null;
  anchor: { position: number; digest: string } | null;
  version: number;
  createdAt: string;
  endedAt: string | null;
};

/** What of a kept close is shown. */
export const viewOf = (it: KeptClose): CloseView => ({
  id: it.id, period: periodName(it), from: it.from, to: it.to, cutOff: it.cutOff, number: it.number, corrects: it.corrects, reason: it.reason, state: it.state,
  progress: { done: it.done, of: it.of }, failure: it.failure,
  prepared: { id: it.preparedBy, name: it.preparedLabel, at: it.createdAt },
  approved: it.approvedAt === null ? null : { id: it.approvedBy, name: it.approvedLabel ?? '', at: it.approvedAt },
  data: it.dataPosition === null ? null : { position: it.dataPosition, digest: it.dataDigest ?? '', takenAt: it.takenAt ?? '' },
  rules: it.rules, rulesDigest: it.rulesDigest, problems: it.problems, digest: it.contentDigest,
  anchor: it.anchorPosition === null ? null : { position: it.anchorPosition, digest: it.anchorDigest ?? '' },
  version: it.version, createdAt: it.createdAt, endedAt: it.endedAt,
});
