const number = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
};

/** Puts several byte strings into one, each behind its length. */
export const joinSections = (sections: readonly Uint8Array[]): Uint8Array => {
  const heads = sections.map((it) => Uint8Array.from(number(it.length)));
  const whole = new Uint8Array(sections.reduce((sum, it, index) => sum + it.length + (heads[index]?.length ?? 0), 0));
  let at = 0;
  sections.forEach((it, index) => {
    for (const part of [heads[index] ?? it, it]) {
      whole.set(part, at);
      at += part.length;
    }
  });
  return whole;
};

/** Takes apart what `joinSections` made. Throws if bytes are missing. */
export const splitSections = (whole: Uint8Array): Uint8Array[] => {
  const sections: Uint8Array[] = [];
  for (let at = 0; at < whole.length; ) {
    let [length, factor, byte] = [0, 1, 128];
    for (; byte >= 128; factor *= 128, at += 1) {
      byte = whole[at] ?? 0;
      length += (byte % 128) * factor;
    }
    if (at + length > whole.length) throw new Error('A frozen set is cut short');
    sections.push(whole.subarray(at, at + length));
    at += length;
  }
  return sections;
};
