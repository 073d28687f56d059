export { type ChangeSignIn, changeSignIn, type ChangeSignInFailure } from './change-sign-in.ts';
export { showSignIn, type ShowSignInFailure } from './show-sign-in.ts';
