/** What stands in the way of a target or task, and the proposals that a change came of: on the pages of those. */
export const related = {
  title: 'Related obstacles and proposals',
  cameOf: 'This change came of a proposal',
  raise: 'Raise an obstacle about this',
  all: 'See all ({{count, number}}+)',
  none: 'No obstacle has been raised.',
  late: 'Answer is late',
  'state-raised': 'Raised',
  'state-in-hand': 'In hand',
  'state-answered': 'Answered',
  'state-closed': 'Closed',
  'state-withdrawn': 'Withdrawn',
} as const;
