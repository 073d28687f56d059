import { createRoute, z } from '@hono/zod-openapi';
import { json, localText, refused, signedIn, tenantParams } from '../frame/index.ts';

const choice = z.object({ code: z.string(), name: localText });
const days = { from: z.string().openapi({ description: 'First day; `-infinity`: always.' }), to: z.string().openapi({ description: 'First day no longer; `infinity`: no end.' }) };

/** The lists that forms pick from. */
export const referenceRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/reference',
  operationId: 'reference',
  tags: ['reference'],
  summary: 'Lists to pick from: kinds, ranks, ranks of office, languages, levels, levels of government, provinces; ask again with its ETag',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams },
  responses: {
    200: json(
      z
        .object({
          kinds: z.array(choice),
          officeRanks: z.array(choice).openapi({ description: 'Rising.' }),
          bodyKinds: z.array(choice),
          fields: z.array(choice),
          ranks: z.array(choice.extend({ kind: z.string() })),
          languages: z.array(choice),
          certificateTypes: z.array(choice.extend({ kind: z.string() })),
          frameworks: z.array(choice.extend({ legalBasis: z.string(), levels: z.array(z.object({ level: z.int(), code: z.string(), name: localText, ...days })) })),
          governmentLevels: z.array(choice.extend(days)),
          provinces: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string(), formedFrom: z.array(z.string()), from: z.string() })),
        })
        .openapi('Reference'),
      'The lists',
    ),
    ...refused(),
  },
});
