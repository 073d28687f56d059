import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObstacleText } from '@saubac/db/obstacles';
import type { DutyReport, PlanFile } from '@saubac/domain/plan';
import type { DemoTenant } from '../demo-tenant.ts';

/** A unit of the sample: its code, or where the sample accounts of an agency and of a commune work. */
export type PlaceOfWork = string;

/** How far somebody came with a duty of this year: reported, unless it was sent back or accepted. */
export type SampleReport = {
  task: string;
  unit: PlaceOfWork;
  report: DutyReport;
  /** The name of a file that proves it. */
  proof?: string;
  sentBack?: string;
  accepted?: true;
};

/** A session that made the programme known; `reached`: which share of the people of the unit were there. */
export type SampleSession = { task: string; unit: PlaceOfWork; daysAgo: number; form: 'meeting' | 'online'; topic: string; place: string; reached: 'all' | 'half' };

/** Something that stands in the way, who raised it, and how far it came: `answer` with `inHand` is written and not given yet. */
export type SampleObstacle = ObstacleText & { by: 'agency' | 'commune'; inHand?: true; answer?: string; change?: true; published?: true };

/** A certificate that an officer enters for somebody of his units. */
export type SampleCertificate = { by: 'agency' | 'commune'; type: string; grade: string; number: string; issuerName: string; daysAgo: number; sentBack?: string };

/** A change of the plan on its way: what proves a task besides, and from which day of the coming year it is to rule. */
export type SampleDraft = { note: string; task: string; proofs: PlanFile['tasks'][number]['proofs']; from: string; checked?: true };

/** The work of a sample tenant as the file `work.json` of its folder tells it. All of it is invented. */
export type SampleWork = {
  /** Which units are the bodies of the plan that no unit has the name of. */
  bodies: Readonly<Record<string, readonly PlaceOfWork[]>>;
  /** Last year: what everybody reported, and which duties are late. */
  lastYear: { report: DutyReport; late: readonly { task: string; unit: PlaceOfWork }[] };
  reports: readonly SampleReport[];
  sessions: readonly SampleSession[];
  obstacles: readonly SampleObstacle[];
  certificates: readonly SampleCertificate[];
  drafts: readonly SampleDraft[];
  /** Why officers are away in the coming week. */
  away: string;
};

/** The work of a sample tenant; undefined where its folder tells of none. */
export const readSampleWork = ({ folder }: Pick<DemoTenant, 'folder'>): SampleWork | undefined => {
  const path = join(folder, 'work.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SampleWork) : undefined;
};
