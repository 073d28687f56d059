import { type Role, roles } from '@saubac/domain/access';
import { expect, it } from 'vitest';

import { type Answer, type Caller, type FrontDoor, type Named, routesOf } from './front-door.ts';

const anId = '00000000-0000-7000-8000-00000000000f';
const filled = (path: string, id: string): string => path.replaceAll(/:\w+(\{[^}]*\})?/g, id);
const isRefused = ({ status }: Answer): boolean => status === 403 || status === 404;

/** Whoever of some people is given away by a text. */
const givenAway = (text: string, among: readonly Named[]): string[] => among.filter(({ id, name }) => text.includes(id) || text.includes(name)).map((it) => it.name);

const rolesOf = ({ plugin: { manifest } }: FrontDoor): Role[] => [...new Set(Object.values(manifest.permissions ?? {}).flatMap((it) => it.grantTo))];

const hasPlace = ({ path }: { path: string }): boolean => path.includes(':');

/** Everything that every route answers to a caller, asked with an id; `only`: some of the routes. */
const walk = async ({ plugin, ask }: FrontDoor, as: Caller, id: string, only: (route: { method: string; path: string }) => boolean = () => true): Promise<{ at: string; answer: Answer }[]> => {
  const walked = routesOf(plugin).filter(only);
  const answers: { at: string; answer: Answer }[] = [];
  for (const it of walked) {
    const path = filled(it.path, id);
    answers.push({ at: `${it.method} ${path}`, answer: await ask(as, it.method, path, it.method === 'GET' ? undefined : {}) });
  }
  return answers;
};

const idsIn = (text: string): string[] => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];

/** What every door of a plugin must hold: `door` is opened, and filled by the plugin's sample, before. */
export const describeDoors = (door: () => FrontDoor): void => {
  it('answers nobody who has none of its permissions, on any route', async () => {
    const held = new Set(rolesOf(door()));
    const others: Caller[] = ['nobody', ...roles.filter((it) => !held.has(it)).map((role) => ({ role }))];
    const open: string[] = [];
    for (const as of others) open.push(...(await walk(door(), as, anId)).filter(({ answer }) => !isRefused(answer)).map(({ at, answer }) => `${at}: ${answer.status} to ${JSON.stringify(as)}`));
    expect(open).toEqual([]);
  });

  it('refuses an address or a body that makes no sense, and does not break on it', async () => {
    const isWrong = (id: string) => ({ at, answer }: { at: string; answer: Answer }): boolean => answer.status >= 500 || (id !== anId && at.includes(`/${id}`) && answer.status < 400);
    const wrong: string[] = [];
    for (const id of ['x', anId, '%00', '1e999']) wrong.push(...(await walk(door(), 'command line', id)).filter(isWrong(id)).map(({ at, answer }) => `${at}: ${answer.status}`));
    expect(wrong).toEqual([]);
  });

  it('gives nobody of another agency away, not even to who knows the ids', async () => {
    const { people, units } = door();
    const isRead = ({ method }: { method: string }): boolean => method === 'GET';
    const whole = await Promise.all(rolesOf(door()).map((role) => walk(door(), { role }, anId, isRead)));
    const known = [...new Set([...whole.flat().flatMap(({ answer }) => idsIn(answer.text)), ...people.A.map((it) => it.id), units.A])].slice(0, 60);
    const leaks: string[] = [];
    for (const role of rolesOf(door())) {
      // Once every route, then those that an id can be put into.
      for (const id of [anId, ...known]) {
        const told = await walk(door(), { role, unit: 'B' }, id, (it) => isRead(it) && (id === anId || hasPlace(it)));
        leaks.push(...told.flatMap(({ at, answer }) => givenAway(answer.text, people.A).map((name) => `${at} tells ${role} of B about ${name}`)));
      }
    }
    expect(leaks).toEqual([]);
  }, 120_000);
};
