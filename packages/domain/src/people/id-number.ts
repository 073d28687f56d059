/** Whether a text is a personal identification number: twelve digits, nothing else. */
export const isIdNumber = (text: string): boolean => /^\d{12}$/.test(text);
