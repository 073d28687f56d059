// Vietnamese as data: VNI for Windows: a letter, and behind it a sign that stands for hat and tone together.
const [acute, grave, hook, tilde, below, hat, breve, horn] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323', '\u0302', '\u0306', '\u031b'];

const tones: Readonly<Record<string, string>> = { ù: acute!, ø: grave!, û: hook!, õ: tilde!, ï: below! };
const hats: Readonly<Record<string, string>> = { â: hat!, á: hat! + acute!, à: hat! + grave!, å: hat! + hook!, ã: hat! + tilde!, ä: hat! + below! };
const breves: Readonly<Record<string, string>> = { ê: breve!, é: breve! + acute!, è: breve! + grave!, ú: breve! + hook!, ü: breve! + tilde!, ë: breve! + below! };

const marksBehind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...tones, ...hats, ...breves }, e: { ...tones, ...hats }, o: { ...tones, ...hats }, u: tones, y: tones, ô: tones, ö: tones,
};
const alone: Readonly<Record<string, string>> = { ô: `o${horn}`, ö: `u${horn}`, í: `i${acute}`, ì: `i${grave}`, æ: `i${hook}`, ó: `i${tilde}`, ò: `i${below}`, î: `y${below}`, ñ: 'đ' };

const clusters = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöíìæóòîñ]/gi;

const cased = (letters: string, like: string): string => (like === like.toUpperCase() ? letters.toUpperCase() : letters);

/** A text of the VNI fonts as Unicode. Its letters are those that Windows-1252 has at their places. */
export const fromVni = (text: string): string =>
  text
    .replace(clusters, (cluster: string, base?: string, mark?: string) => {
      if (base === undefined || mark === undefined) return cased(alone[cluster.toLowerCase()] ?? cluster, cluster);
      const small = base.toLowerCase();
      const marks = marksBehind[small]?.[mark.toLowerCase()];
      if (marks === undefined) return cased(alone[small] ?? small, base) + mark;
      return cased(alone[small] ?? small, base) + marks;
    })
    .normalize('NFC');
