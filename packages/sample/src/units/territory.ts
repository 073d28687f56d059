// Vietnamese as data: names of units and words of choice columns, cells of a workbook.
import type { BodyOutline, CommuneOutline, DistrictOutline, Flag, SampleProfile, StaffType, TerritoryOutline } from '../profile.ts';
import { dayOf, type Day } from '../values/day.ts';
import { randomFrom, type Random } from '../values/random.ts';
import { bodyOn, chainOf } from './bodies.ts';
import { placeNames } from './place-names.ts';
import { takeOver, unit, type Tier, type Unit, type UnitVersion } from './unit.ts';

type Ground = {
  profile: SampleProfile;
  bodies: ReadonlyMap<string, BodyOutline>;
  territory: TerritoryOutline;
  since: Day;
  reform: Day;
  names: Generator<string, never>;
  random: Random;
};

// Heads of the bodies of a district and a commune, as law and practice staffed them; a profile's headcounts scale them.
const districtHeads = { state: 68, party: 14, front: 10 };
const oldCommuneHeads = 20;
const communeHeads = { state: 27, party: 9, front: 8 };

const two = (value: number): string => String(value).padStart(2, '0');
const bareName = (name: string): string => name.replace(/^(Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường|Đặc khu) /, '');
const within = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const isUrban = (name: string): boolean => /^(Thành phố|Thị xã|Quận|Phường) /.test(name);

const normal = (commune: CommuneOutline): { name: string; needsLanguage: Flag; officialCode: string } =>
  typeof commune === 'string' ? { name: commune, needsLanguage: '', officialCode: '' } : { needsLanguage: '', officialCode: '', ...commune };

const version = (from: Day, name: string, tier: Tier, parent: string, reportsTo = ''): UnitVersion => ({ from, name, tier, parent, reportsTo });

type District = { outline: DistrictOutline; state: Unit; party: Unit; front: Unit; politics: Unit; health: Unit };
type Commune = { code: string; name: string; flag: Flag; state: Unit; party: Unit; front: Unit };

const districtUnits = (ground: Ground, outline: DistrictOutline): District => {
  const { territory, since, reform } = ground;
  const { code, name } = outline;
  const body = (suffix: string, title: string, staff: StaffType, weight: number, parent: string, reportsTo: string): Unit =>
    unit({ code: `${code}${suffix}`, staff, weight, until: reform, successionKind: 'Giải thể', versions: [version(since, title, 'Cấp huyện', parent, reportsTo)] });
  const healthParents = chainOf(ground.bodies, territory.health, since);
  const healthVersion = ({ from, code: parent }: { from: Day; code: string }): UnitVersion =>
    from < reform ? version(from, `Trung tâm Y tế ${within(name)}`, 'Cấp huyện', parent) : version(from, `Trung tâm Y tế khu vực ${bareName(name)}`, 'Cấp tỉnh', parent);
  const healthDays = [...healthParents.filter(({ from }) => from < reform), { from: reform, code: bodyOn(ground.bodies, territory.health, reform) }, ...healthParents.filter(({ from }) => from > reform)];
  return {
    outline,
    state: body('', `Ủy ban nhân dân ${within(name)}`, 'district', districtHeads.state, territory.government, ''),
    party: body('-DU', `Cơ quan Đảng ${within(name)}`, 'district-party', districtHeads.party, code, territory.party),
    front: body('-MT', `Ủy ban MTTQ và các đoàn thể ${within(name)}`, 'district-front', districtHeads.front, code, territory.front),
    politics: unit({
      code: `${code}-CT`, staff: 'service', bodyKind: 'public-service', weight: 5, until: reform, successionKind: 'Giải thể', field: 'training',
      versions: [version(since, `Trung tâm Chính trị ${within(name)}`, 'Cấp huyện', `${code}-DU`)],
    }),
    health: unit({ code: `${code}-TTYT`, staff: 'hospital', weight: 85, field: 'health', versions: healthDays.map(healthVersion) }),
  };
};

const communeUnits = (ground: Ground, district: DistrictOutline, commune: CommuneOutline, place: number): Commune => {
  const { name, needsLanguage, officialCode } = normal(commune);
  const code = `${district.code}-${two(place)}`;
  const size = 0.8 + 0.4 * ground.random.next();
  const on = (outline: string): string => bodyOn(ground.bodies, outline, ground.reform);
  const body = (suffix: string, title: string, staff: StaffType, weight: number, parent: string, reportsTo: string, official = ''): Unit =>
    unit({
      code: `${code}${suffix}`, staff, weight: weight * size, needsLanguage, officialCode: official,
      versions: [version(ground.reform, `${title} ${within(name)}`, 'Cấp xã', parent, reportsTo)],
    });
  const { government, party, front } = ground.territory;
  return {
    code, name, flag: needsLanguage,
    state: body('', 'Ủy ban nhân dân', 'commune', communeHeads.state, on(government), '', officialCode),
    party: body('-DU', 'Đảng ủy', 'commune-party', communeHeads.party, code, on(party)),
    front: body('-MT', 'Ủy ban MTTQ', 'commune-front', communeHeads.front, code, on(front)),
  };
};

/** What stands on the ground of one old commune: its own committee until the reform, its schools and its health station before and after. */
const oldCommuneUnits = (ground: Ground, district: District, commune: Commune, place: number): { own: Unit; kept: Unit[] } => {
  const { territory, since, reform, random } = ground;
  const area = district.outline.code;
  const code = `${commune.code}-C${place}`;
  const bare = ground.names.next().value;
  const own = unit({
    code, staff: 'old-commune', weight: oldCommuneHeads, until: reform, needsLanguage: commune.flag, successionKind: 'Sáp nhập',
    versions: [version(since, `Ủy ban nhân dân ${isUrban(commune.name) ? 'phường' : place === 1 && random.chance(0.15) ? 'thị trấn' : 'xã'} ${bare}`, 'Cấp xã', area)],
  });
  const kept = (suffix: string, title: string, staff: StaffType, weight: number, before: string, advised: string, field: string): Unit =>
    unit({
      code: `${code}-${suffix}`, staff, field, weight: weight * (0.7 + 0.6 * random.next()), needsLanguage: commune.flag,
      versions: [
        version(since, `${title} ${bare}`, staff === 'health-station' ? 'Cấp xã' : 'Cấp huyện', before, staff === 'health-station' ? area : advised),
        version(reform, `${title} ${bare}`, 'Cấp xã', commune.code, bodyOn(ground.bodies, advised, reform)),
      ],
    });
  const schools = [
    kept('MN', 'Trường Mầm non', 'kindergarten', 30, area, territory.education, 'education'),
    kept('TH', 'Trường Tiểu học', 'primary', 32, area, territory.education, 'education'),
    ...(random.chance(0.68) ? [kept('CS', 'Trường THCS', 'lower-secondary', 33, area, territory.education, 'education')] : []),
  ];
  return { own, kept: [...schools, kept('YT', 'Trạm Y tế', 'health-station', 6, district.health.code, territory.health, 'health')] };
};

const upperSecondary = (ground: Ground, district: DistrictOutline): Unit[] =>
  Array.from({ length: ground.territory.upperSecondaryPerDistrict }, (_, i) =>
    unit({
      code: `${district.code}-PT${i + 1}`, staff: 'upper-secondary', field: 'education', weight: 60,
      versions: chainOf(ground.bodies, ground.territory.education, ground.since).map(({ from, code }) =>
        version(from, `Trường THPT ${bareName(district.name)} ${i + 1}`, 'Cấp tỉnh', code)),
    }),
  );

const handOver = (ground: Ground, district: District, commune: Commune, olds: readonly Unit[], communes: number): void => {
  const flow = (to: Unit, from: Unit, weight: number): void => {
    takeOver(to, from, ground.reform, weight);
    from.successors.push(to.code);
  };
  flow(commune.state, district.state, districtHeads.state / communes);
  flow(commune.party, district.party, districtHeads.party / communes);
  flow(commune.front, district.front, districtHeads.front / communes);
  takeOver(commune.party, district.politics, ground.reform, district.politics.weight / communes);
  for (const old of olds) {
    flow(commune.state, old, oldCommuneHeads * 0.62);
    takeOver(commune.party, old, ground.reform, oldCommuneHeads * 0.18);
    takeOver(commune.front, old, ground.reform, oldCommuneHeads * 0.2);
  }
};

const unitsOfDistrict = (ground: Ground, outline: DistrictOutline): Unit[] => {
  const district = districtUnits(ground, outline);
  const communes = outline.communes.map((it, i) => communeUnits(ground, outline, it, i + 1));
  const below = communes.flatMap((commune) => {
    const length = 2 + (ground.random.chance(0.5) ? 1 : 0) + (ground.random.chance(0.15) ? 1 : 0);
    const olds = Array.from({ length }, (_, i) => oldCommuneUnits(ground, district, commune, i + 1));
    handOver(ground, district, commune, olds.map(({ own }) => own), communes.length);
    return [commune.state, commune.party, commune.front, ...olds.flatMap(({ own, kept }) => [own, ...kept])];
  });
  return [district.state, district.party, district.front, district.politics, district.health, ...upperSecondary(ground, outline), ...below];
};

/** Districts, communes old and new, schools and health stations of all territories, the reform replayed on its day. */
export const territoryUnits = (profile: SampleProfile, seed: number): Unit[] => {
  const common = {
    profile, bodies: new Map(profile.bodies.map((it) => [it.code, it])), since: dayOf(profile.unitsSince), reform: dayOf(profile.reform),
    names: placeNames(seed), random: randomFrom(seed, 0x7e55),
  };
  return profile.territories.flatMap((territory) => territory.districts.flatMap((district) => unitsOfDistrict({ ...common, territory }, district)));
};
