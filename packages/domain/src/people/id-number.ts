/** Whether a text is a personal identification number: twelve digits, nothing else. */
export const isIdNumber = (text: string): boolean => /^\d{12}$/.test(text);

const shownDigits = 3;

/** An identification number for those who may not read it: its last three digits, enough to tell two people of one name apart. */
export const maskedIdNumber = (idNumber: string): string => '•'.repeat(Math.max(0, idNumber.length - shownDigits)) + idNumber.slice(-shownDigits);
