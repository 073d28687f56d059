/** The border gates of the province, as they are kept; what they are called are words `gate.<gate>`. */
export const gates = ['huu-nghi', 'tan-thanh', 'chi-ma'] as const;
export type Gate = (typeof gates)[number];
