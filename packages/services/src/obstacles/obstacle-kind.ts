import { obstacleTexts } from '@saubac/db/obstacles';
import { type ObstacleInHand, obstacleFlow } from '@saubac/domain/plan';
import type { Workflow } from '@saubac/domain/workflow';
import { type CaseKind, caseWord, extendKind } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

const titleOf = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 89)}…`);

/** Obstacles and proposals on their way from whoever raised them to an answer. */
export const obstacleKind = ({ registry }: Pick<Ctx, 'registry'>): CaseKind<ObstacleInHand> => extendKind<ObstacleInHand>(registry, {
  workflow: obstacleFlow as unknown as Workflow<ObstacleInHand>,
  seenBy: 'obstacle.read',
  subjects: async (tx, ids) =>
    new Map((await obstacleTexts(tx, ids)).map(({ id, text, proposal, answer }) => [id, { id, text, proposal, answer, title: { vi: titleOf(text), en: titleOf(text) } }])),
  statement: ({ text, proposal, answer }) => ({ text, proposal, answer }),
  describe: ({ id, title }) => ({ title, link: `/obstacles/${id}` }),
  word: caseWord('obstacle'),
});
