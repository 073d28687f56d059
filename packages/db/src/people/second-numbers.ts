import { type SQL, sql } from 'drizzle-orm';

/** Whether a person `p` has an identification number: as his own, or as one under which he was kept by mistake. */
export const hasNumber = (idNumber: string): SQL => sql`(p.id_number = ${idNumber} or p.id = (select n.person_id from second_id_numbers n where n.id_number = ${idNumber}))`;
