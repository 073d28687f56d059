// Vietnamese as data: titles of offices and words of choice columns, cells of a workbook.
import type { StaffType } from '../profile.ts';
import { weightedAt, type Random } from '../values/random.ts';
import type { PostCode } from './posts.ts';

export type Kind = 'Cán bộ' | 'Công chức' | 'Viên chức' | 'Người lao động';
export type OfficeRank = '' | 'Cấp tổ' | 'Cấp phòng' | 'Cấp sở' | 'Lãnh đạo tỉnh';

/** How high somebody stands in a unit: 0 staff, 1 deputy head of a division, 2 head of one, 3 deputy of the unit's head, 4 the head. */
export type Rung = 0 | 1 | 2 | 3 | 4;

/** A post with the office that goes with it. */
export type Position = { post: PostCode; kind: Kind; office: string; rank: OfficeRank; leader: boolean; weight: number };

type Ladder = {
  /** Heads per head of staff: deputies (with a most), division heads, their deputies. */
  deputies: readonly [number, number]; heads: number; viceHeads: number;
  women: number; womenLeading: number;
  rungs: readonly [readonly Position[], readonly Position[], readonly Position[], readonly Position[], readonly Position[]];
};

const staff = (kind: Kind, mix: Partial<Record<PostCode, number>>): Position[] =>
  Object.entries(mix).map(([post, weight]) => ({ post: post as PostCode, kind, office: '', rank: '', leader: false, weight }));
const lead = (kind: Kind, post: PostCode, office: string, rank: OfficeRank, weight = 1): Position => ({ post, kind, office, rank, leader: true, weight });
// Team heads of schools and heads of mass organisations hold an office but do not lead the unit.
const office = (kind: Kind, post: PostCode, title: string, rank: OfficeRank, weight = 1): Position => ({ ...lead(kind, post, title, rank, weight), leader: false });

const officials = { 'CV-QLNN': 46, 'CV-TH': 20, TTR: 8, 'KT-HC': 9, CS: 11, 'CV-HTQT': 2, 'CV-XTDT': 4 };
const communePosts = { 'VP-TK': 24, 'TC-KT': 15, 'DC-XD': 20, 'TP-HT': 14, 'VH-XH': 17, 'CHT-QS': 10 };

const school = (teacher: PostCode, women: number, mix: Partial<Record<PostCode, number>>, rank: OfficeRank = ''): Ladder => ({
  deputies: [0.055, 3], heads: 0.1, viceHeads: 0.06, women, womenLeading: women * 0.85,
  rungs: [
    staff('Viên chức', mix),
    [office('Viên chức', teacher, 'Tổ phó chuyên môn', '')],
    [office('Viên chức', teacher, 'Tổ trưởng chuyên môn', 'Cấp tổ')],
    [lead('Viên chức', 'PHT', 'Phó Hiệu trưởng', '')],
    [lead('Viên chức', 'HT', 'Hiệu trưởng', rank)],
  ],
});

/** Posts and offices of every kind of unit, by rung. */
const ladders: Readonly<Record<StaffType, Ladder>> = {
  leadership: {
    deputies: [1, 9], heads: 0, viceHeads: 0, women: 0.2, womenLeading: 0.15,
    rungs: [[], [], [], [lead('Cán bộ', 'LD-TINH', 'Cấp phó người đứng đầu cơ quan lãnh đạo tỉnh', 'Lãnh đạo tỉnh')], [lead('Cán bộ', 'LD-TINH', 'Người đứng đầu cơ quan lãnh đạo tỉnh', 'Lãnh đạo tỉnh')]],
  },
  department: {
    deputies: [0.07, 4], heads: 0.11, viceHeads: 0.13, women: 0.4, womenLeading: 0.22,
    rungs: [
      staff('Công chức', officials),
      [lead('Công chức', 'PTP-SO', 'Phó Trưởng phòng', 'Cấp phòng')],
      [lead('Công chức', 'TP-SO', 'Trưởng phòng', 'Cấp phòng')],
      [lead('Công chức', 'PLD-SO', 'Phó Giám đốc', 'Cấp sở')],
      [lead('Công chức', 'LD-SO', 'Giám đốc', 'Cấp sở')],
    ],
  },
  'party-office': {
    deputies: [0.1, 4], heads: 0.14, viceHeads: 0.13, women: 0.36, womenLeading: 0.2,
    rungs: [
      staff('Công chức', { 'CV-DANG': 80, 'KT-HC': 7, CS: 13 }),
      [lead('Công chức', 'PTP-SO', 'Phó Trưởng phòng', 'Cấp phòng')],
      [lead('Công chức', 'TP-SO', 'Trưởng phòng', 'Cấp phòng')],
      [lead('Công chức', 'PLD-SO', 'Phó Trưởng ban', 'Cấp sở')],
      [lead('Cán bộ', 'LD-SO', 'Trưởng ban', 'Cấp sở')],
    ],
  },
  'mass-organisation': {
    deputies: [0.12, 4], heads: 0.15, viceHeads: 0.12, women: 0.5, womenLeading: 0.4,
    rungs: [
      staff('Công chức', { 'CV-DT': 82, 'KT-HC': 7, CS: 11 }),
      [lead('Công chức', 'PTP-SO', 'Phó Trưởng ban', 'Cấp phòng')],
      [lead('Công chức', 'TP-SO', 'Trưởng ban', 'Cấp phòng')],
      [lead('Cán bộ', 'PLD-SO', 'Phó Chủ tịch', 'Cấp sở')],
      [lead('Cán bộ', 'LD-SO', 'Chủ tịch', 'Cấp sở')],
    ],
  },
  district: {
    deputies: [0.045, 3], heads: 0.17, viceHeads: 0.2, women: 0.38, womenLeading: 0.2,
    rungs: [
      staff('Công chức', { 'CV-HUYEN': 82, 'KT-HC': 8, CS: 10 }),
      [lead('Công chức', 'PTP-HUYEN', 'Phó Trưởng phòng', 'Cấp phòng')],
      [lead('Công chức', 'TP-HUYEN', 'Trưởng phòng', 'Cấp phòng')],
      [lead('Cán bộ', 'LD-HUYEN', 'Phó Chủ tịch Ủy ban nhân dân huyện', 'Cấp sở')],
      [lead('Cán bộ', 'LD-HUYEN', 'Chủ tịch Ủy ban nhân dân huyện', 'Cấp sở')],
    ],
  },
  'district-party': {
    deputies: [0.14, 2], heads: 0.28, viceHeads: 0.25, women: 0.34, womenLeading: 0.2,
    rungs: [
      staff('Công chức', { 'CV-DANG': 90, CS: 10 }),
      [lead('Công chức', 'PTP-HUYEN', 'Phó Trưởng ban', 'Cấp phòng')],
      [lead('Công chức', 'TP-HUYEN', 'Trưởng ban', 'Cấp phòng')],
      [lead('Cán bộ', 'LD-HUYEN', 'Phó Bí thư huyện ủy', 'Cấp sở')],
      [lead('Cán bộ', 'LD-HUYEN', 'Bí thư huyện ủy', 'Cấp sở')],
    ],
  },
  'district-front': {
    deputies: [0.4, 5], heads: 0, viceHeads: 0.1, women: 0.45, womenLeading: 0.42,
    rungs: [
      staff('Công chức', { 'CV-DT': 100 }),
      [lead('Công chức', 'PTP-HUYEN', 'Phó Trưởng ban', 'Cấp phòng')],
      [lead('Cán bộ', 'TP-HUYEN', 'Phó Chủ tịch', 'Cấp phòng')],
      [lead('Cán bộ', 'TP-HUYEN', 'Chủ tịch đoàn thể huyện', 'Cấp phòng')],
      [lead('Cán bộ', 'TP-HUYEN', 'Chủ tịch Ủy ban MTTQ huyện', 'Cấp phòng')],
    ],
  },
  'old-commune': {
    deputies: [0.2, 5], heads: 0.26, viceHeads: 0.1, women: 0.3, womenLeading: 0.2,
    rungs: [
      staff('Công chức', communePosts),
      [office('Cán bộ', 'TC-XA', 'Phó Chủ tịch đoàn thể xã', '')],
      [office('Cán bộ', 'TC-XA', 'Chủ tịch Hội Nông dân xã', '', 2), office('Cán bộ', 'TC-XA', 'Chủ tịch Hội LHPN xã', '', 2), office('Cán bộ', 'TC-XA', 'Bí thư Đoàn Thanh niên xã', '', 2), office('Cán bộ', 'TC-XA', 'Chủ tịch Hội Cựu chiến binh xã', '', 2)],
      [lead('Cán bộ', 'LD-XA', 'Phó Chủ tịch Ủy ban nhân dân xã', '', 3), lead('Cán bộ', 'LD-XA', 'Phó Chủ tịch Hội đồng nhân dân xã', '', 2), lead('Cán bộ', 'LD-XA', 'Phó Bí thư Đảng ủy xã', '', 2), lead('Cán bộ', 'LD-XA', 'Chủ tịch Ủy ban MTTQ xã', '', 2)],
      [lead('Cán bộ', 'LD-XA', 'Chủ tịch Ủy ban nhân dân xã', ''), lead('Cán bộ', 'LD-XA', 'Bí thư Đảng ủy xã', '')],
    ],
  },
  commune: {
    deputies: [0.1, 3], heads: 0.11, viceHeads: 0.15, women: 0.4, womenLeading: 0.22,
    rungs: [
      staff('Công chức', { 'CV-XA': 62, 'HCC-XA': 20, 'KT-HC': 8, 'CHT-QS': 4, CS: 6 }),
      [lead('Công chức', 'PTP-XA', 'Phó Trưởng phòng', '')],
      [lead('Công chức', 'TP-XA', 'Trưởng phòng', '')],
      [lead('Cán bộ', 'LD-XA', 'Phó Chủ tịch Ủy ban nhân dân', 'Cấp phòng', 3), lead('Cán bộ', 'LD-XA', 'Phó Chủ tịch Hội đồng nhân dân', 'Cấp phòng', 1)],
      [lead('Cán bộ', 'LD-XA', 'Chủ tịch Ủy ban nhân dân', 'Cấp phòng')],
    ],
  },
  'commune-party': {
    deputies: [0.2, 2], heads: 0.2, viceHeads: 0.2, women: 0.36, womenLeading: 0.2,
    rungs: [
      staff('Công chức', { 'CV-DANG': 100 }),
      [lead('Công chức', 'PTP-XA', 'Phó Trưởng ban', '')],
      [lead('Công chức', 'TP-XA', 'Trưởng ban xây dựng Đảng', ''), lead('Công chức', 'TP-XA', 'Chủ nhiệm Ủy ban Kiểm tra', '')],
      [lead('Cán bộ', 'LD-XA', 'Phó Bí thư Đảng ủy', 'Cấp phòng')],
      [lead('Cán bộ', 'LD-XA', 'Bí thư Đảng ủy', 'Cấp phòng')],
    ],
  },
  'commune-front': {
    deputies: [0.45, 4], heads: 0, viceHeads: 0.1, women: 0.45, womenLeading: 0.4,
    rungs: [
      staff('Công chức', { 'CV-DT': 100 }),
      [office('Cán bộ', 'TC-XA', 'Phó Chủ tịch đoàn thể', '')],
      [office('Cán bộ', 'TC-XA', 'Chủ tịch đoàn thể', '')],
      [lead('Cán bộ', 'LD-XA', 'Phó Chủ tịch Ủy ban MTTQ', '')],
      [lead('Cán bộ', 'LD-XA', 'Chủ tịch Ủy ban MTTQ', '')],
    ],
  },
  kindergarten: school('GV-MN', 0.985, { 'GV-MN': 92, 'NV-TH': 5, 'KT-HC': 3 }),
  primary: school('GV-TH', 0.78, { 'GV-TH': 84, 'GV-NN-TH': 8, 'NV-TH': 5, 'KT-HC': 3 }),
  'lower-secondary': school('GV-CS', 0.64, { 'GV-CS': 80, 'GV-NN-CS': 11, 'NV-TH': 5, 'KT-HC': 4 }),
  'upper-secondary': school('GV-PT', 0.6, { 'GV-PT': 81, 'GV-NN-PT': 12, 'NV-TH': 4, 'KT-HC': 3 }, 'Cấp phòng'),
  college: {
    deputies: [0.02, 3], heads: 0.07, viceHeads: 0.08, women: 0.52, womenLeading: 0.28,
    rungs: [
      staff('Viên chức', { GVI: 66, 'GVI-NN': 10, 'VC-CM': 18, 'KT-HC': 6 }),
      [lead('Viên chức', 'GVI', 'Phó Trưởng khoa, phòng', 'Cấp tổ')],
      [lead('Viên chức', 'GVI', 'Trưởng khoa, phòng', 'Cấp phòng')],
      [lead('Viên chức', 'PHT', 'Phó Hiệu trưởng', 'Cấp sở')],
      [lead('Viên chức', 'HT', 'Hiệu trưởng', 'Cấp sở')],
    ],
  },
  hospital: {
    deputies: [0.012, 3], heads: 0.06, viceHeads: 0.07, women: 0.64, womenLeading: 0.3,
    rungs: [
      staff('Viên chức', { BS: 24, DD: 38, HS: 7, DS: 8, KTY: 9, YS: 6, 'VC-CM': 5, 'KT-HC': 3 }),
      [lead('Viên chức', 'PTK', 'Phó Trưởng khoa, phòng', '')],
      [lead('Viên chức', 'TK', 'Trưởng khoa, phòng', 'Cấp tổ')],
      [lead('Viên chức', 'LD-YT', 'Phó Giám đốc', 'Cấp phòng')],
      [lead('Viên chức', 'LD-YT', 'Giám đốc', 'Cấp phòng')],
    ],
  },
  'health-station': {
    deputies: [0.1, 1], heads: 0, viceHeads: 0, women: 0.66, womenLeading: 0.4,
    rungs: [
      staff('Viên chức', { YS: 34, DD: 30, HS: 18, DS: 10, BS: 8 }), [], [],
      [lead('Viên chức', 'TYT', 'Phó Trưởng trạm', '')],
      [lead('Viên chức', 'TYT', 'Trưởng trạm', '')],
    ],
  },
  service: {
    deputies: [0.06, 3], heads: 0.1, viceHeads: 0.1, women: 0.44, womenLeading: 0.25,
    rungs: [
      staff('Viên chức', { 'VC-CM': 52, KS: 24, 'KT-HC': 8, PV: 8, HDV: 2, CS: 6 }),
      [lead('Viên chức', 'TP-DV', 'Phó Trưởng phòng', '')],
      [lead('Viên chức', 'TP-DV', 'Trưởng phòng', 'Cấp tổ')],
      [lead('Viên chức', 'LD-DV', 'Phó Giám đốc', 'Cấp phòng')],
      [lead('Viên chức', 'LD-DV', 'Giám đốc', 'Cấp phòng')],
    ],
  },
};

const contractPosition: Position = { post: 'HD', kind: 'Người lao động', office: '', rank: '', leader: false, weight: 1 };

/** The rung of the person at a place (from 0) in a unit of so many heads. */
export const rungAt = (type: StaffType, place: number, heads: number): Rung => {
  const { deputies: [share, most], heads: divisions, viceHeads } = ladders[type];
  if (heads < 3) return 0;
  if (place === 0) return 4;
  const deputies = Math.min(most, Math.round(heads * share));
  if (place <= deputies) return 3;
  const second = deputies + Math.round(heads * divisions);
  if (place <= second) return 2;
  return place <= second + Math.round(heads * viceHeads) ? 1 : 0;
};

/** What somebody on a rung does, chosen by a point between 0 and 1 that stays with the person, so that a teacher of English stays one. */
export const positionOf = (type: StaffType, rung: Rung, specialty: number, contract: boolean): Position => {
  if (contract) return contractPosition;
  const { rungs } = ladders[type];
  const at = rungs[rung].length > 0 ? rung : (rungs.findIndex((it, i) => i > rung && it.length > 0));
  return weightedAt(rungs[at] ?? rungs[0], specialty);
};

/** The share of women among people of a rung. */
export const womenShare = (type: StaffType, rung: Rung): number => (rung >= 2 ? ladders[type].womenLeading : ladders[type].women);

const fromOldCommune: readonly (readonly Rung[])[] = [[0, 0, 0, 0, 1, 2, 2], [0, 2, 3], [2, 3, 3, 4], [3, 4, 4], [4]];
const fromDistrict: readonly (readonly Rung[])[] = [[0], [0, 1], [1, 2], [1, 2], [2, 3]];
const fromService: readonly (readonly Rung[])[] = [[0], [0], [0, 1], [1, 2], [2, 3]];

const originsOf = (before: StaffType): readonly (readonly Rung[])[] | undefined =>
  before === 'old-commune' ? fromOldCommune : before.startsWith('district') ? fromDistrict : before === 'service' ? fromService : undefined;

/** On which rung somebody stood in the unit that was taken over, before the change. */
export const rungBefore = (now: StaffType, before: StaffType, rung: Rung, random: Random): Rung => {
  const origins = now === before ? undefined : originsOf(before);
  return origins ? random.pick(origins[rung]!) : rung;
};
