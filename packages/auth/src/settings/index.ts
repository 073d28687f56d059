export type { ConnectionFault } from './connection.ts';
export { changeSignInSettings, readSignInSettings, type ChangeSignInSettings, type ChangeSignInSettingsFailure, type Connection, type SignInSettings } from './sign-in-settings.ts';
