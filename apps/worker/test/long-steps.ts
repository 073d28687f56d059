/** How many steps the long job of the tests takes, 50 ms each. */
export const longSteps = 60;
