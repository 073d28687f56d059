import type { Catalogue } from '../../catalogue.ts';
import type { product as vi } from '../vi/product.ts';

export const product: Catalogue<typeof vi> = {
  name: 'Sáu Bậc',
  purpose: 'Follows the language targets of officials under the plan of each province',
  notFound: 'There is no such address.',
  fault: 'Something unexpected went wrong; it has been recorded.',
};
