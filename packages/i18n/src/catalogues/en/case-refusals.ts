import type { Catalogue } from '../../catalogue.ts';
import type { caseRefusals as vi } from '../vi/case-refusals.ts';

export const caseRefusals: Catalogue<typeof vi> = {
  'unknown-case': 'There is no such case among what you may see.',
  'case-closed': 'This case is closed and goes no further.',
  'case-open-already': 'There is an open case of this already; go on with that one.',
  'no-such-move': 'This procedure has no such step.',
  'not-from-here': 'This case has gone on meanwhile, so the step can’t be taken; reload to see where it stands.',
  'not-by-a-person': 'This step is taken by the system when time is over, not by a person.',
  'not-the-opener': 'Only whoever handed it in can do this; ask him to.',
  'second-person-needed': 'This needs a second person: whoever took the step before does not take this one.',
  'reason-needed': 'Say why, so that the others know what to correct.',
  'guard-refused': 'The conditions of this step are not met yet.',
  'unknown-cover': 'There is no such cover, or it has ended.',
  'covers-himself': 'Nobody covers for himself; choose somebody else.',
  'cover-days-wrong': 'A cover begins today or later and does not end before it begins.',
  'cover-too-long': 'A cover lasts {{days}} days at most; for longer, grant the roles.',
  'unknown-case-bulk': 'There is no such bulk move.',
  'case-bulk-ended': 'This bulk move is done or was stopped already.',
};
