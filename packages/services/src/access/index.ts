export { changeGrantEnd, type ChangeGrantFailure, endGrant, type OnGrant } from './change-grant-end.ts';
export { endAllGrants, type EndAllGrantsFailure } from './end-all-grants.ts';
export { giveGrant, type GiveGrantFailure, type GivenGrant, type GrantInput } from './give-grant.ts';
export { listUsers, type ListedUsers, type UserGrants } from './list-users.ts';
export type { WithActiveUsers } from './set-ends.ts';
export type { ShownGrant } from './shown-grant.ts';
export { type Invitation, type InvitationFailure, inviteUser } from './invite-user.ts';
export { removeUser } from './remove-user.ts';
export { type TenantUser, userOf, type UsersPage, usersPage, type UsersQuestion } from './users.ts';
