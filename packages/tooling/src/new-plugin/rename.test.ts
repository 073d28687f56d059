import { describe, expect, it } from 'vitest';

import { faultOfId, renamed, retitled } from './rename.ts';

describe('a new plugin', () => {
  it('has its own id wherever the example has its', () => {
    const sample = "id: 'example', 'example-swap.state.asked', @saubac/plugin-example, p_example_duty_swaps, /x/example/duties, examples";
    expect(renamed(sample, { id: 'border-trade' })).toBe("id: 'border-trade', 'border-trade-swap.state.asked', @saubac/plugin-border-trade, p_border_trade_duty_swaps, /x/border-trade/duties, examples");
  });

  it('bears the name that it is given, whatever signs it holds', () => {
    const words = "export const vi = {\n  title: 'Cũ',\n  about: 'title: not this',\n};";
    expect(retitled(words, { id: 'a', name: `Đoàn ra "$& 'nước' ngoài` })).toBe(`export const vi = {\n  title: 'Đoàn ra "$& \\'nước\\' ngoài',\n  about: 'title: not this',\n};`);
    expect(retitled(words, { id: 'a' })).toBe(words);
  });

  it.each(['', 'Border', 'border_trade', '1st', 'a--b', 'a-'])('is refused under the id "%s"', (id) => {
    expect(faultOfId(id, [])).toContain('is no id');
  });

  it('takes no id that is taken, nor one whose tables would begin like those of another', () => {
    expect(faultOfId('lao', ['lao'])).toContain('already');
    expect([faultOfId('lao-class', ['lao']), faultOfId('lao', ['lao-class'])].every((it) => it?.includes('share'))).toBe(true);
    expect(faultOfId('laos', ['lao'])).toBeUndefined();
  });
});
