import { checkWorkflow, mermaidOf, movesOf, structureOf, type Workflow } from '@saubac/domain/workflow';
import { emptyRegistry, type Registry } from '@saubac/plugin-api';
import { testCtx } from '@saubac/testing/context';
import { describe, expect, it } from 'vitest';
import { caseWord } from '../cases/index.ts';
import { caseKinds, coreKinds, coreWorkflows } from './index.ts';

const ctxWith = (registry: Partial<Registry>) => testCtx({ db: {} as never, registry: { ...emptyRegistry, ...registry } });

// A key of a workflow's words as `checkWorkflow` names it, and as the catalogues do.
const inCatalogue = (workflow: Workflow<never>, key: string): string => key.replace(`${workflow.id}.`, '');
const hasWords = (workflow: Workflow<never>, key: string): boolean => {
  const name = inCatalogue(workflow, key);
  const { vi, en } = caseWord(workflow.id)(name);
  const raw = `${workflow.id}-${name.replace('.', '-')}`;
  return vi !== raw && en !== raw;
};

const section = (workflow: Workflow<never>): string => {
  const say = (key: string): string => caseWord(workflow.id)(inCatalogue(workflow, key)).vi;
  const deadlines = Object.entries(structureOf(workflow).deadlines).map(([state, { workingDays, remindBefore }]) => `- ${say(`state.${state}`)}: ${workingDays} ngày làm việc${remindBefore === undefined ? '' : `, nhắc trước ${remindBefore} ngày làm việc`}`);
  return [`## ${say('name')} (\`${workflow.id}\`)`, '', '```mermaid', mermaidOf(structureOf(workflow), say).trimEnd(), '```', '', ...(deadlines.length > 0 ? ['Thời hạn:', '', ...deadlines, ''] : [])].join('\n');
};
const head = `# Workflows of the core

Drawn from the definitions in \`packages/domain\`, in the words of the screen. A plugin may add conditions, deeds, steps and states, never take
any away (\`docs/adr/0026-what-waits-for-whom.md\`). A test keeps this page equal to the definitions; it is written anew by
\`npx vitest run --project unit packages/services/src/inbox/workflows.test.ts -u\`.

Who covers for an officer takes every move of these cases that the other may take, and of cases of plugins; writes the report of a duty with its files and sessions, and the answer to an
obstacle; and reads these. Each is noted with whose place it was taken in, and neither of the two is then the second person of the same act. Everything else stays with one's own
roles: lists and boards, drafts of plans, closes, changes of units, merges, certificates, people.
`;

describe('the workflows of the core', () => {
  it.each(coreWorkflows.map((it) => [it.id, it] as const))('%s reaches every state, ends, and is worded in both languages', (_, workflow) => {
    expect(checkWorkflow(workflow, (key) => hasWords(workflow, key))).toEqual([]);
    expect(hasWords(workflow, 'refusal.nobodyWroteThis')).toBe(false);
  });

  it('are drawn in the documentation as they are', async () => {
    await expect([head, ...coreWorkflows.map(section)].join('\n')).toMatchFileSnapshot('../../../../docs/workflows.md');
  });
});

describe('the kinds of cases', () => {
  it('of the core are over its workflows, and each takes what a plugin adds to it', () => {
    const core = coreKinds(ctxWith({}));
    expect(core.filter(({ workflow }) => coreWorkflows.every((it) => it.id !== workflow.id))).toEqual([]);
    const guard = { name: 'isWise', refusal: 'refusal.isWise', holds: () => true };
    const extensions = core.map(({ workflow }) => ({ by: 'p', of: workflow.id, plugin: 'p', word: () => ({ vi: 'Chưa khôn' }), guards: { [movesOf(workflow)[0]?.[0] ?? '']: [guard] } }));
    for (const { workflow } of coreKinds(ctxWith({ extensions: extensions as unknown as Registry['extensions'] }))) expect(movesOf(workflow).flatMap(([, it]) => (it.guards ?? []).map((one) => one.name))).toContain('p:isWise');
  });

  it('of plugins stand beside them under the full names of their permissions, and take none of their names', () => {
    const own = (id: string): Registry['cases'][number] => ({
      plugin: 'p', seenBy: 'swap.read', workflow: { id, states: ['open'], initial: 'open', final: [], moves: {} }, subjects: () => Promise.resolve(new Map()), describe: () => ({ title: { vi: 'T' }, link: '/' }),
      word: (key) => ({ vi: { [`${id}.state.open`]: 'Đang mở', [`${id}.name`]: 'Đổi người' }[key] }) as { vi: string },
    });
    const kinds = caseKinds(ctxWith({ cases: [own('swap'), own(coreWorkflows.find((it) => it.id === 'plan-version')?.id ?? '')] }));
    const [swap, ...others] = kinds.filter((it) => (it.seenBy as string).startsWith('p:'));
    expect([swap?.workflow.id, swap?.seenBy, swap?.word('state.open').vi, swap?.word('name').vi, others.length]).toEqual(['swap', 'p:swap.read', 'Đang mở', 'Đổi người', 0]);
  });
});
