import { subtreesOf, type IsoDate, isoDate, type PersonId, type UnitId, type UserId } from '@saubac/domain/values';
import type { HeldRole, Role } from '@saubac/domain/access';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Ctx } from '@saubac/services/context';
import type { RosterSheets } from '@saubac/services/roster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';

export const today: IsoDate = isoDate('2026-03-01');

const unit = (code: string, name: string, parent_code: string, more: Record<string, string> = {}) => ({ code, name, parent_code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
const person = (serial: number, full_name: string, unit_code: string, more: Record<string, string> = {}) => ({
  id_number: String(serial).padStart(12, '0'), full_name, unit_code, kind: 'Công chức', valid_from: '01/01/2020', sex: 'Nam', birth_date: '15/03/1985', ...more,
});

/** Two agencies A (with A1 below it) and B below the root R, a body D that ended, and people in each. */
export const world = {
  units: [
    unit('R', 'Ủy ban', ''),
    unit('A', 'Sở Nội vụ', 'R'),
    unit('A1', 'Phòng Tổ chức', 'A'),
    unit('B', 'Sở Tài chính', 'R'),
    unit('D', 'Huyện Đông', 'R', { tier: 'Cấp huyện', valid_to: '30/06/2025', succeeded_by: 'A', succession_kind: 'Sáp nhập' }),
  ],
  posts: [{ code: 'P1', name: 'Chuyên viên đối ngoại', language_code: 'en', level: '3', valid_from: '01/01/2020' }, { code: 'P2', name: 'Văn thư' }],
  people: [
    person(1, 'Nguyễn Thị Ánh', 'A', { sex: 'Nữ', post_code: 'P1', office: 'Giám đốc', office_rank: 'Cấp sở', leader: 'x', rank_code: '01.002' }),
    person(2, 'Đào Văn Bình', 'A1', { kind: 'Viên chức' }),
    person(3, 'Trần Thị Hoa', 'B', { sex: 'Nữ', post_code: 'P1' }),
    person(4, 'Nguyễn Văn Hòa', 'A', { post_code: 'P2', planned_rank: 'Cấp phòng', training_list: 'x' }),
    person(4, 'Nguyễn Văn Hòa', 'B', { concurrent: 'x' }),
    person(5, 'Lê Văn Đi', 'A', { valid_to: '31/12/2024' }),
    person(6, 'Phạm Thị Lan', 'D', { valid_to: '30/06/2025', sex: 'Nữ' }),
    person(6, 'Phạm Thị Lan', 'B', { valid_from: '01/07/2025', sex: 'Nữ' }),
  ],
  certificates: [{ id_number: '000000000001', type_code: 'ielts', exam_date: '01/06/2025', score: '6.5', state: 'Đã xác minh' }, { id_number: '000000000003', type_code: 'ielts', exam_date: '01/06/2025', score: '5', state: 'Đã khai' }],
} satisfies RosterSheets;

export const userOf = (serial: number): UserId => `00000000-0000-7000-9000-${String(serial).padStart(12, '0')}` as UserId;

/** The ids of a tenant's units by code and of its people by the last digits of their identification numbers. */
export const idsOf = async (db: TenantDb) => {
  const units = new Map((await db.execute<{ code: string; id: UnitId }>(sql`select code, id from units`)).map((it) => [it.code, it.id]));
  const people = new Map((await db.execute<{ number: string; id: PersonId }>(sql`select ltrim(id_number, '0') as number, id from people`)).map((it) => [Number(it.number), it.id]));
  return { unit: (code: string): UnitId => units.get(code)!, person: (serial: number): PersonId => people.get(serial)! };
};

/** A caller who holds a role for some units. */
export const callerOf = (db: TenantDb, role: Role, units: readonly UnitId[], more: Partial<Ctx> = {}): Ctx =>
  testCtx({ db, today, actor: { id: userOf(1), label: role }, access: { kind: 'granted', held: [{ role, scope: subtreesOf(units) } satisfies HeldRole] }, ...more });
