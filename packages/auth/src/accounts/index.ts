export { createUser, type CreatedUser, type CreateUserFailure, type NewUser } from './create-user.ts';
export { emailKeyOf, parseEmail } from './email.ts';
export { addMembership, endMembership, type OnMembership } from './memberships.ts';
export { changeProfile, disableUser, enableUser, type ChangeProfile, type ChangeProfileFailure, type OnAccount, type UnknownAccount } from './status.ts';
