import { answerObstacle, listObstacles, type Obstacle, obstacleKind, raiseObstacle } from '@saubac/services/obstacles';
import { done, type Hands } from './hands.ts';
import { moves } from './moves.ts';
import type { SampleObstacle, SampleWork } from './sample-work.ts';

const raised = async (hands: Hands, { by, about, text, proposal }: SampleObstacle): Promise<Obstacle> => {
  const ctx = await hands.of(by);
  const find = async (): Promise<Obstacle | undefined> => done(await listObstacles(ctx, { after: 0, limit: 100 })).obstacles.find((it) => it.text === text);
  const found = await find();
  if (found) return found;
  done(await raiseObstacle(ctx, { about, text, proposal }));
  return (await find())!;
};

/** Obstacles and proposals: new, in hand with an answer begun, answered with the change that came of it. */
export const raiseObstacles = async (hands: Hands, { obstacles }: SampleWork, change: string | null): Promise<void> => {
  const office = await hands.as('home-affairs-officer');
  const kind = obstacleKind(office);
  for (const it of obstacles) {
    const { id, state, case: way, version, answer } = await raised(hands, it);
    if (!it.inHand && it.answer === undefined) continue;
    if (state === 'raised') await moves(office, kind, way, 'take');
    if (it.answer === undefined || (state !== 'raised' && state !== 'in-hand')) continue;
    if (answer === null) done(await answerObstacle(office, { id, version, answer: { answer: it.answer, changeLink: it.change ? change : null, published: it.published ?? false } }));
    if (!it.inHand) await moves(office, kind, way, 'answer');
  }
};
