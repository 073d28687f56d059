import { type Workflow, workflowFor, type WorkflowExtension } from '@saubac/domain/workflow';
import type { Registry } from '@saubac/plugin-api';
import { describe, expect, it } from 'vitest';
import { type CaseKind, extendedWorkflow, extendKind, handlerKind } from './index.ts';

type Paper = { good: boolean };

const core = workflowFor<Paper>()({
  id: 'paper', states: ['draft', 'sent', 'kept'], initial: 'draft', final: ['kept'],
  moves: {
    send: { from: 'draft', to: 'sent', permission: 'plan.draft', guards: [{ name: 'isGood', refusal: 'refusal.isGood', holds: (it) => it.good }] },
    keep: { from: 'sent', to: 'kept', permission: 'plan.check', effects: [{ name: 'told', payload: () => ({}) }] },
  },
}) as unknown as Workflow<Paper>;
const kind: CaseKind<Paper> = { workflow: core, seenBy: 'plan.read', subjects: () => Promise.resolve(new Map()), describe: () => ({ title: { vi: 'T' }, link: '/' }), word: (key) => ({ vi: `core ${key}` }) };
const no = { name: 'isGood', refusal: 'refusal.no', holds: () => false };

const by = (plugin: string, extension: Partial<WorkflowExtension>, words: Readonly<Record<string, string>> = {}): Registry['extensions'][number] =>
  ({ by: plugin, of: 'paper', ...extension, plugin, word: (key: string) => ({ vi: words[key], en: words[key] }) }) as Registry['extensions'][number];
const registry = (...extensions: Registry['extensions']) => ({ extensions });

describe('a kind of the core', () => {
  it('is as it was where no plugin adds anything to it', () => {
    expect(extendKind(registry(by('a', { of: 'other' })), kind)).toBe(kind);
  });

  it('keeps its own conditions beside those of two plugins that call theirs alike, each worded by whose it is', () => {
    const { workflow, word } = extendKind(registry(by('b', { guards: { send: [no] } }, { 'refusal.no': 'b nói không' }), by('a', { guards: { send: [no] } }, { 'refusal.no': 'a nói không' })), kind);
    const refusals = (workflow.moves['send']?.guards ?? []).filter((it) => !it.holds({ good: false })).map((it) => word(it.refusal).vi);
    expect(refusals).toEqual(['core refusal.isGood', 'a nói không', 'b nói không']);
  });

  it('goes through a step that a plugin puts in, worded by the plugin', () => {
    const step = by('a', { states: { looked: { fallsBackTo: 'sent' } }, insert: [{ before: 'keep', state: 'looked', by: { move: 'look', permission: 'a:look' } }] }, { 'paper.state.looked': 'Đã xem', 'paper.move.look': 'Xem' });
    const { workflow, word } = extendKind(registry(step), kind);
    expect(workflow.moves['keep']?.from).toBe('looked');
    expect(['state.looked', 'move.look', 'state.sent'].map((key) => word(key).vi)).toEqual(['Đã xem', 'Xem', 'core state.sent']);
  });

  it('hands the deeds of a plugin to the handlers of that plugin, and its own to its own', () => {
    const { workflow, effectKind, effectPayload } = extendKind(registry(by('a', { effects: { keep: [{ name: 'told', payload: () => ({}) }] } })), kind);
    expect(workflow.moves['keep']?.effects?.map((it) => [effectKind?.(it.name), effectPayload?.(it.name)])).toEqual([['case.told', {}], [handlerKind, { plugin: 'a', handler: 'told' }]]);
  });

  it('goes on without what can not be put on it, and with what can', () => {
    const bad = [by('a', { guards: { burn: [no] } }), by('b', { moves: { jump: { from: 'draft', to: 'kept', permission: 'b:jump' } } })];
    const good = by('c', { guards: { keep: [no] } });
    const { workflow, taken, left } = extendedWorkflow(registry(...bad, good), core);
    expect([taken.map((it) => it.plugin), left.map((it) => it.plugin)]).toEqual([['c'], ['a', 'b']]);
    expect(workflow.moves['keep']?.guards?.map((it) => it.name)).toEqual(['c:isGood']);
    expect(Object.keys(workflow.moves)).toEqual(['send', 'keep']);
  });

  it('takes conditions only where its states are fixed', () => {
    const step = by('a', { states: { looked: { fallsBackTo: 'sent' } }, insert: [{ before: 'keep', state: 'looked', by: { move: 'look', permission: 'a:look' } }] });
    const { taken, left } = extendedWorkflow(registry(step, by('b', { guards: { keep: [no] } })), core, { states: 'fixed' });
    expect([taken.map((it) => it.plugin), left.map((it) => it.plugin)]).toEqual([['b'], ['a']]);
  });
});
