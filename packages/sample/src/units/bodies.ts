// Vietnamese as data: words of the choice columns of the roster template.
import type { BodyOutline, SampleProfile } from '../profile.ts';
import { dayOf, type Day } from '../values/day.ts';
import { takeOver, unit, type Unit, type UnitVersion } from './unit.ts';

/** The first day on which a body is no more. */
const endOf = (body: BodyOutline): Day | undefined => (body.until === undefined ? undefined : dayOf(body.until) + 1);

/** Who manages something from a day on: the body named, then the body that took it over, and so on. */
export const chainOf = (bodies: ReadonlyMap<string, BodyOutline>, code: string, from: Day, until?: Day): { from: Day; code: string }[] => {
  const body = bodies.get(code);
  const end = body && endOf(body);
  if (!body?.into || end === undefined) return [{ from, code }];
  if (end <= from) return chainOf(bodies, body.into, from, until);
  const here = { from, code };
  return until !== undefined && end >= until ? [here] : [here, ...chainOf(bodies, body.into, end, until)];
};

/** The body that does on a day what the body of this code did. */
export const bodyOn = (bodies: ReadonlyMap<string, BodyOutline>, code: string, on: Day): string => chainOf(bodies, code, on, on + 1)[0]!.code;

const versionsOf = (bodies: ReadonlyMap<string, BodyOutline>, body: BodyOutline, since: Day): UnitVersion[] => {
  const version = (from: Day, parent: string): UnitVersion => ({ from, name: body.name, tier: 'Cấp tỉnh', parent, reportsTo: '' });
  if (body.parent === undefined) return [version(since, '')];
  return chainOf(bodies, body.parent, since, endOf(body)).map(({ from, code }) => version(from, code));
};

/** The bodies of the province, with those that ended and who took over their people. */
export const bodyUnits = (profile: SampleProfile): Unit[] => {
  const outlines = new Map(profile.bodies.map((it) => [it.code, it]));
  const units = new Map(profile.bodies.map((body) => {
    const since = dayOf(body.since ?? profile.unitsSince);
    const successionKind = body.until === undefined ? '' : body.into === undefined ? 'Giải thể' : 'Sáp nhập';
    const versions = versionsOf(outlines, body, since);
    const flag = body.needsLanguage ?? (body.field === 'external-affairs' ? 'x' : '');
    return [body.code, unit({ ...body, versions, until: endOf(body), needsLanguage: flag, successionKind })] as const;
  }));
  for (const body of profile.bodies) {
    const from = units.get(body.code)!;
    const to = body.into === undefined ? undefined : units.get(body.into);
    if (!to || from.until === undefined) continue;
    from.successors.push(to.code);
    takeOver(to, from, from.until, body.weight);
  }
  return [...units.values()];
};
