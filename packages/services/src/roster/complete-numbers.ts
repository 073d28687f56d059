import { type LostNumber, lostNumbers, putNumbers } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { maskedIdNumber, mayBe } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

const agrees = ({ kind, value, idNumber }: LostNumber): boolean => (kind === 'id-number-lost-digits' ? mayBe(value, idNumber) : Number(value.replaceAll(/\D/g, '')) === Number(idNumber));

/**
 * Completes ID numbers that a spreadsheet has rounded, where exactly one person of the row's unit has its name and birth date, and his
 * number is one that the rest of the digits can come from. Any other stays refused: digits are never guessed. Whoever imports need not be
 * allowed to read the numbers that are kept, so of the whole one only the last digits are told.
 */
export const completeNumbers = async (tx: TenantTx, staged: { batch: string; on: IsoDate; within: boolean }): Promise<void> => {
  const byRow = Map.groupBy((await lostNumbers(tx, staged)).filter(agrees), ({ row }) => row);
  await putNumbers(tx, staged.batch, [...byRow.values()].flatMap((found) => (found.length === 1 ? found.map((it) => ({ ...it, told: maskedIdNumber(it.idNumber) })) : [])));
};
