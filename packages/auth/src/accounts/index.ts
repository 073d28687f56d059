export { askForReset, resetLinkFor, type AskForReset } from './ask-for-reset.ts';
export { createUser, type CreatedUser, type CreateUserFailure, type NewUser } from './create-user.ts';
export { emailKeyOf, parseEmail } from './email.ts';
export { inviteUser, type Invited, type InviteUser, type InviteUserFailure } from './invite-user.ts';
export type { Link } from './links.ts';
export { addMembership, endMembership, type OnMembership } from './memberships.ts';
export { changeProfile, disableUser, enableUser, type ChangeProfile, type ChangeProfileFailure, type OnAccount, type UnknownAccount } from './status.ts';
export { acceptInvitation, completeReset, type LinkUsed, type UseLink, type UseLinkFailure } from './use-link.ts';
