import { sectionKeys, type SectionKey } from './form/section-keys.ts';
import type { Place } from './json/place.ts';

/** Which section of a plan is shown. */
export const sectionOr = (value: unknown): SectionKey | undefined => sectionKeys.find((it) => it === value);

/** A place as it stands in the address: `targets.3.cohort`. */
export const placeOfText = (text: string | undefined): Place => (text === undefined || text === '' ? [] : text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)));

/** What the address of a plan says. */
export type PlanAddress = { section?: SectionKey; at?: string; on?: string };

/** The address of another section or place of the same plan; the day stays. */
export const addressOf = ({ on }: { on?: string }, section: SectionKey, place?: Place): PlanAddress => ({
  section, ...(on === undefined ? {} : { on }), ...(place === undefined || place.length === 0 ? {} : { at: place.join('.') }),
});
