import type { Random } from '../values/random.ts';

/** What a certificate shows of a result; blank where it shows nothing. */
export type Result = { score: string; listening: string; reading: string; speaking: string; writing: string; grade: string };

const nothing: Result = { score: '', listening: '', reading: '', speaking: '', writing: '', grade: '' };
const grade = (text: string): Result => ({ ...nothing, grade: text });
const framework = ['', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

const half = (random: Random, low: number, high: number): number => low + 0.5 * random.below(Math.round((high - low) * 2) + 1);

/** An overall score with four skills around it whose mean is exactly that score. */
const withSkills = (random: Random, overall: number, most: number): Result => {
  const offset = (): number => (overall + 0.5 <= most && random.chance(0.6) ? 0.5 : 0);
  const [a, b] = [offset(), offset()];
  const text = (value: number): string => value.toFixed(1);
  return { ...nothing, score: text(overall), listening: text(overall + a), reading: text(overall + b), speaking: text(overall - a), writing: text(overall - b) };
};

const bands = (level: number, three: [number, number], four: [number, number], five: [number, number], two: [number, number]): [number, number] =>
  level >= 5 ? five : level === 4 ? four : level === 3 ? three : two;

const whole = (random: Random, [low, high]: [number, number], step = 1): number => low + step * random.below(Math.floor((high - low) / step) + 1);

const toeic = (random: Random, level: number): Result => {
  const listening = whole(random, bands(level, [275, 395], [400, 485], [490, 495], [110, 270]), 5);
  const reading = whole(random, bands(level, [275, 380], [385, 450], [455, 495], [115, 270]), 5);
  const two = { ...nothing, score: String(listening + reading), listening: String(listening), reading: String(reading) };
  // Most people only sit the two receptive skills, which some tables take and others don't.
  if (random.chance(0.6)) return two;
  const speaking = whole(random, bands(level, [120, 150], [160, 170], [180, 200], [90, 110]), 10);
  const writing = whole(random, bands(level, [120, 140], [150, 170], [180, 200], [70, 110]), 10);
  return { ...two, speaking: String(speaking), writing: String(writing) };
};

type Draw = (random: Random, level: number) => Result;

const draws: Readonly<Record<string, Draw>> = {
  framework: (_, level) => grade(framework[level] ?? 'C1'),
  'vstep-3-5': (random, level) => withSkills(random, half(random, ...bands(level, [4, 5.5], [6, 8], [8.5, 9], [2.5, 3.5])), 10),
  'vstep-2': (random) => withSkills(random, half(random, 6.5, 9), 10),
  ielts: (random, level) => withSkills(random, half(random, ...bands(level, [4, 5], [5.5, 6.5], [7, 8], [3, 3.5])), 9),
  toeic,
  'toefl-ibt': (random, level) => ({ ...nothing, score: String(whole(random, bands(level, [30, 45], [46, 93], [94, 112], [18, 29]))) }),
  'toefl-itp': (random, level) => ({ ...nothing, score: String(whole(random, bands(level, [450, 499], [500, 560], [561, 630], [360, 449]))) }),
  cambridge: (random, level) => ({ ...nothing, score: String(whole(random, bands(level, [140, 159], [160, 179], [180, 199], [120, 139]))), grade: framework[level] ?? '' }),
  aptis: (_, level) => grade(framework[level] ?? 'C1'),
  pte: (random, level) => ({ ...nothing, score: String(whole(random, bands(level, [43, 58], [59, 75], [76, 84], [30, 42]))) }),
  tcf: (random, level) => ({ ...nothing, score: String(whole(random, bands(level, [300, 399], [400, 499], [500, 560], [200, 299]))) }),
  delf: (_, level) => grade(framework[level] ?? 'C1'),
  goethe: (_, level) => grade(framework[level] ?? 'C1'),
  hsk: (_, level) => grade(String(Math.min(6, level))),
  jlpt: (_, level) => grade(['', 'N5', 'N5', 'N4', 'N3', 'N2'][level] ?? 'N2'),
  topik: (_, level) => grade(String(Math.min(6, level))),
  trki: (_, level) => grade(String(Math.max(1, level - 2))),
  'old-abc': (_, level) => grade(['A', 'A', 'B', 'C'][level] ?? 'C'),
};

/** A result of a kind of test that shows about this level. Types without results of their own (degrees, completions) show nothing. */
export const resultOf = (random: Random, type: string, level: number): Result => draws[type]?.(random, level) ?? nothing;
