export { throttleKeys, type Attempted } from './keys.ts';
export { createThrottle, type Throttle, type ThrottledAct, type TooManyAttempts } from './throttle.ts';
