// Vietnamese as data: TCVN 5712:1993, third table: the code of the ABC fonts (.VnTime and others). Their letters stand where the West has its signs.
const pairs =
  'µà¸á¶ả·ã¹ạ ¨ă»ằ¾ắ¼ẳ½ẵÆặ ©âÇầÊấÈẩÉẫËậ ®đ ÌèÐéÎẻÏẽÑẹ ªêÒềÕếÓểÔễÖệ ×ìÝíØỉÜĩÞị ßòãóáỏâõäọ «ôåồèốæổçỗéộ ¬ơêờíớëởìỡîợ ïùóúñủòũôụ \u00adưõừøứöử÷ữùự úỳýýûỷüỹþỵ ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư';

const letters = new Map([...pairs.replaceAll(' ', '').matchAll(/(.)(.)/gu)].map(([, from, to]) => [from!, to!] as const));

const coded = /[\u00a1-\u00ff]/g;

// Fonts for capitals show small letters with marks as capitals, since the code has none: in such a word all letters without marks are capitals.
const recased = (word: string, typed: string): string => (/^(?:[^A-Za-z]*[A-Z]){2}[^a-z]*$/.test(typed) ? word.toUpperCase() : word);

/** A text of the ABC fonts as Unicode. Its letters are those that Windows-1252 has at their places. */
export const fromTcvn3 = (text: string): string =>
  text.replace(/\S+/g, (typed) => {
    const word = typed.replace(coded, (sign) => letters.get(sign) ?? sign);
    return word === typed ? typed : recased(word, typed);
  });
