/** A text as it is searched: small letters without accents, đ as d. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[\u0111\u0110]/gu, 'd').toLowerCase();

/** Whether every word of what was typed stands somewhere in a text, or the text's code begins with it; accents do not matter. */
export const speaksOf = (typed: string): ((name: string, code: string) => boolean) => {
  const words = plain(typed).split(/\s+/).filter((it) => it !== '');
  const whole = words.join(' ');
  return (name, code) => {
    const read = plain(name);
    return words.every((it) => read.includes(it)) || (whole !== '' && plain(code).startsWith(whole));
  };
};
