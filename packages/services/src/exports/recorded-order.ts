import { isIdNumber, maskedIdNumber } from '@saubac/domain/people';
import type { ExportOrder } from '@saubac/domain/transfers';

// Somebody may have been looked for by his identification number, which is kept nowhere but with him.
const masked = (search: string): string => {
  const digits = search.replaceAll(/[ .]/g, '');
  return isIdNumber(digits) ? maskedIdNumber(digits) : search;
};

/** An order as the audit keeps it. */
export const recordedOrder = (order: ExportOrder): ExportOrder => {
  if (order.kind === 'people' && order.filter.search !== undefined) return { ...order, filter: { ...order.filter, search: masked(order.filter.search) } };
  return order.kind === 'people-behind-target' && order.search !== undefined ? { ...order, search: masked(order.search) } : order;
};
