/** What the product itself says about duties. */
export const duties = {
  noLongerGiven: 'Kế hoạch đang có hiệu lực không còn giao việc này cho cơ quan, đơn vị này.',
} as const;
