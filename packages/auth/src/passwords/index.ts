export { changePassword, setPassword, type ChangePassword, type ChangePasswordFailure } from './change-password.ts';
export { checkPassword, type PasswordFault } from './check-password.ts';
export { signInWithPassword, type PasswordSignIn, type SignedIn, type SignInFailure } from './sign-in.ts';
