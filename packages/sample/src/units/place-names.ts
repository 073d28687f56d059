// Vietnamese as data: parts of the names of places that do not exist.
import { randomFrom } from '../values/random.ts';

const first = 'Tân Phú Bình An Hòa Long Mỹ Thạnh Đông Tây Vĩnh Trung Thanh Xuân Hưng Phước Lộc Sơn Ngọc Kim Quang Nam Bắc Đại Hải Lương'.normalize('NFC').split(' ');
const second = 'An Bình Hòa Lợi Phú Thành Thịnh Hưng Lộc Sơn Thủy Giang Trung Đông Tây Mỹ Long Xuân Tiến Lập Phong Quang Châu Điền Khê'.normalize('NFC').split(' ');
const thirds = ['', ' Thượng', ' Hạ', ' Đoài', ' Nội', ' Ngoại'];

/** Invented names of places, each once, in an order that a seed decides. They begin anew with a further word when all are used. */
export const placeNames = function* (seed: number): Generator<string, never> {
  const random = randomFrom(seed, 0x9a3e);
  const all = first.flatMap((a) => second.filter((b) => b !== a).map((b) => `${a} ${b}`));
  const order = all.map((name) => ({ name, at: random.next() })).sort((a, b) => a.at - b.at);
  for (let round = 0; ; round += 1) {
    const third = thirds[round] ?? ` ${round}`;
    for (const { name } of order) yield `${name}${third}`;
  }
};
