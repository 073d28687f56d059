/** An address of form a@b.c, without blanks and without the characters that would give a mail a second header or receiver. */
const form = /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+\.[^\s@<>(),;:"\\\p{Cc}.]+$/u;

/** An address as it is kept: composed (NFC), without blanks around; undefined if it cannot be one. */
export const parseEmail = (text: string): string | undefined => {
  const email = text.normalize('NFC').trim();
  return email.length <= 254 && form.test(email) ? email : undefined;
};

/** What two spellings of one address have in common, so that nobody has two accounts: composed and in small letters. */
export const emailKeyOf = (email: string): string => email.normalize('NFC').trim().toLowerCase().normalize('NFC');

/** The domain of an address, in small letters. */
export const emailDomainOf = (email: string): string => emailKeyOf(email).split('@').at(-1) ?? '';
