// Vietnamese as data: names of the units of a province that does not exist.
import type { BodyOutline, DistrictOutline, SampleProfile } from './profile.ts';

const body = (code: string, name: string, staff: BodyOutline['staff'], weight: number, parent: string, field?: string): BodyOutline =>
  field === undefined ? { code, name, staff, weight, parent } : { code, name, staff, weight, parent, field };

const top = (code: string, name: string, bodyKind: NonNullable<BodyOutline['bodyKind']>, weight: number): BodyOutline => ({ code, name, staff: 'leadership', weight, bodyKind });

const bodies: readonly BodyOutline[] = [
  top('UB', 'Ủy ban nhân dân tỉnh', 'state', 5),
  top('TU', 'Tỉnh ủy', 'party', 3),
  top('MT', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'socio-political', 0),
  body('VP', 'Văn phòng Ủy ban nhân dân tỉnh', 'department', 70, 'UB'),
  body('SNV', 'Sở Nội vụ', 'department', 65, 'UB', 'home-affairs'),
  { ...body('SLD', 'Sở Lao động - Thương binh và Xã hội', 'department', 50, 'UB', 'labour'), until: '2025-02-28', into: 'SNV' },
  body('STC', 'Sở Tài chính', 'department', 75, 'UB', 'finance'),
  { ...body('SKH', 'Sở Kế hoạch và Đầu tư', 'department', 50, 'UB', 'finance'), until: '2025-02-28', into: 'STC' },
  body('SGD', 'Sở Giáo dục và Đào tạo', 'department', 55, 'UB', 'education'),
  body('SYT', 'Sở Y tế', 'department', 55, 'UB', 'health'),
  body('SXD', 'Sở Xây dựng', 'department', 65, 'UB', 'construction'),
  body('SNN', 'Sở Nông nghiệp và Môi trường', 'department', 120, 'UB', 'agriculture'),
  body('SCT', 'Sở Công Thương', 'department', 50, 'UB', 'trade'),
  body('SKC', 'Sở Khoa học và Công nghệ', 'department', 45, 'UB', 'science'),
  body('SVH', 'Sở Văn hóa, Thể thao và Du lịch', 'department', 50, 'UB', 'culture'),
  body('STP', 'Sở Tư pháp', 'department', 35, 'UB', 'justice'),
  body('SNG', 'Sở Ngoại vụ', 'department', 30, 'UB', 'external-affairs'),
  body('TT', 'Thanh tra tỉnh', 'department', 45, 'UB', 'inspection'),
  body('TU-VP', 'Văn phòng Tỉnh ủy', 'party-office', 45, 'TU'),
  body('TU-TC', 'Ban Tổ chức Tỉnh ủy', 'party-office', 30, 'TU'),
  body('TU-TG', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'party-office', 32, 'TU'),
  body('TU-KT', 'Ủy ban Kiểm tra Tỉnh ủy', 'party-office', 30, 'TU'),
  body('MT-CQ', 'Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'mass-organisation', 35, 'MT'),
  body('MT-PN', 'Hội Liên hiệp Phụ nữ tỉnh', 'mass-organisation', 20, 'MT'),
  body('MT-ND', 'Hội Nông dân tỉnh', 'mass-organisation', 20, 'MT'),
  body('MT-TN', 'Tỉnh Đoàn', 'mass-organisation', 22, 'MT'),
  body('BVDK', 'Bệnh viện Đa khoa tỉnh', 'hospital', 600, 'SYT', 'health'),
  body('BVSN', 'Bệnh viện Sản Nhi tỉnh', 'hospital', 250, 'SYT', 'health'),
  body('BVYHCT', 'Bệnh viện Y học cổ truyền tỉnh', 'hospital', 140, 'SYT', 'health'),
  body('CDC', 'Trung tâm Kiểm soát bệnh tật tỉnh', 'service', 110, 'SYT', 'health'),
  body('CDSP', 'Trường Cao đẳng cộng đồng tỉnh', 'college', 180, 'UB', 'education'),
  body('PTTH', 'Đài Phát thanh và Truyền hình tỉnh', 'service', 90, 'UB', 'press'),
  body('XTDT', 'Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh', 'service', 30, 'UB', 'trade'),
  body('QLDA', 'Ban Quản lý dự án đầu tư xây dựng tỉnh', 'service', 80, 'UB', 'construction'),
  body('KN', 'Trung tâm Khuyến nông tỉnh', 'service', 70, 'SNN', 'agriculture'),
];

const communeNames = [
  'Bình An', 'Phú Lộc', 'Tân Hòa', 'Long Sơn', 'Đông Thịnh', 'Xuân Trung', 'Mỹ Phong', 'Vĩnh Thành', 'Hưng Đạo', 'Thanh Bình', 'An Khê', 'Hòa Lạc',
];

// District 1 is a town; communes of districts 2 and 3 lie on a border and a coast that invented ships call at.
const district = (number: number): DistrictOutline => ({
  code: `H${String(number).padStart(2, '0')}`,
  name: number === 1 ? 'Thành phố 1' : `Huyện ${number}`,
  communes: communeNames.slice(0, 8).map((_, i) => ({
    name: `${number === 1 ? 'Phường' : 'Xã'} ${communeNames[(i + number * 5) % communeNames.length]!} ${number}`,
    needsLanguage: (number === 2 || number === 3) && i < 4 ? 'x' : number === 4 && i === 0 ? '?' : '',
  })),
});

const universities = ['ulis', 'hanu', 'hnue', 'hcmue', 'hufl', 'ufl-udn', 'tnu', 'vinhuni', 'ctu'];

/** A province that does not exist, for a tenant without a profile of its own. */
export const genericProfile: SampleProfile = {
  note: { vi: 'Tỉnh giả định: mọi tên gọi, con người và con số đều được đặt ra.', en: 'An invented province: every name, person and figure is made up.' },
  idPrefix: '999',
  unitsSince: '2000-01-01',
  reform: '2025-07-01',
  headcounts: { provincial: 1_900, commune: 4_600, publicEmployees: 34_000, contractStaff: 500 },
  leavers: { perYear: 25, atReform: 350 },
  bodies,
  territories: [
    {
      government: 'UB', party: 'TU', front: 'MT', education: 'SGD', health: 'SYT', upperSecondaryPerDistrict: 4,
      districts: Array.from({ length: 12 }, (_, i) => district(i + 1)),
    },
  ],
  issuers: universities.map((code) => ({ code, types: ['vstep-3-5', 'vstep-2', 'framework'], since: '2016-01-01' })),
  otherLanguages: [{ code: 'zh', weight: 18 }, { code: 'fr', weight: 12 }, { code: 'ru', weight: 8 }, { code: 'ja', weight: 6 }, { code: 'lo', weight: 6 }, { code: 'km', weight: 3 }, { code: 'ko', weight: 3 }],
  ethnicities: [{ name: 'Kinh', weight: 930 }, { name: 'Tày', weight: 25, families: ['Nông', 'Hoàng', 'Lý', 'Triệu'] }, { name: 'Mường', weight: 25, families: ['Bùi', 'Quách', 'Đinh', 'Hà'] }, { name: 'Thái', weight: 20, families: ['Lò', 'Cầm', 'Lường', 'Vi'] }],
};
