import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates } from '../../../shell/index.ts';
import { type Draft, draftOf } from './draft.ts';
import { DraftSteps, type Writer } from './draft-steps.tsx';
import { type Change, movesQuery } from './queries.ts';
import type { ChangeStep } from './steps.tsx';

/** Opens a change for writing: with who goes where by name, as it is kept as a whole. What somebody else has saved meanwhile is taken by beginning anew. */
export const ChangeEditor = ({ tenant, me, change, step }: { tenant: string; me: Writer; change: Change; step: ChangeStep }) => {
  // What was opened is written on, whatever is saved on the way; only when somebody takes the other's version it begins anew.
  const [opened, setOpened] = useState(change);
  const moves = useQuery(movesQuery(tenant, change.id, opened.version));
  return (
    <QueryStates query={moves} waiting={{ rows: 3, height: '4rem' }}>
      {(them) => {
        const first: Draft = draftOf(opened, them);
        return <DraftSteps key={opened.version} tenant={tenant} me={me} change={change} first={first} step={step} onTheirs={setOpened} />;
      }}
    </QueryStates>
  );
};
