import type { Command } from 'commander';
import { addMembership } from '@saubac/auth/accounts';
import { activeMembers, findAccount, type Account } from '@saubac/db/accounts';
import type { Cluster } from '@saubac/db/cluster';
import { roles, unitLines, type GrantId, type Role, type UnitLine } from '@saubac/domain/access';
import { fail, ok, type IsoDate, type UserId } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { endGrant, giveGrant, listUsers, type ShownGrant } from '@saubac/services/access';
import { accountAt, accountsOf } from '../frame/accounts.ts';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { choiceOption, dateOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { inTenant, operator } from '../frame/tenant-context.ts';

type GiveOptions = { role: Role; unit?: string; line?: UnitLine; from?: IsoDate; until?: IsoDate };

/** Gives a role to an account and opens the door of the tenant to it, where it was closed. */
const give = (cluster: Cluster, words: Words, slug: string, email: string, { role, unit, line, from, until }: GiveOptions): Promise<Outcome> =>
  inTenant(cluster, slug, async (ctx): Promise<Outcome> => {
    const account = await accountAt(cluster, email);
    if (!account.ok) return account;
    const { id: user } = account.value;
    const given = await giveGrant(ctx, { user, role, unit: unit ?? null, line, from, lastDay: until ?? null });
    if (!given.ok) return given;
    const door = await addMembership(accountsOf(cluster), { user, tenant: ctx.tenant.id, by: operator, now: ctx.now() });
    if (!door.ok) return fail({ kind: 'no-such-account', email });
    const { grant, unchanged } = given.value;
    const told = { email: account.value.email, role: words.named('roles', role) };
    return ok({ json: { ...grant, unchanged }, text: unchanged ? words.t('grants.unchanged', told) : words.t('grants.given', told) });
  });

const columns = ['email', 'name', 'role', 'unit', 'line', 'from', 'lastDay', 'state', 'id'] as const;

const grantTable = (words: Words, rows: readonly { account: Account | undefined; grant: ShownGrant }[]): string =>
  table(
    columns.map((it) => ({ heading: words.t(`grants.${it}`) })),
    rows.map(({ account, grant: it }) => [
      account?.email ?? it.user,
      account?.displayName ?? '',
      words.named('roles', it.role),
      it.unit === null ? words.t('grants.whole') : `${it.unit.code} ${it.unit.name}`,
      words.t(`grants.line-${it.line}`),
      words.date(it.from),
      it.lastDay === null ? '' : words.date(it.lastDay),
      words.t(`grants.state-${it.state}`),
      it.id,
    ]),
  );

const list = (cluster: Cluster, words: Words, slug: string, ended: boolean): Promise<Outcome> =>
  inTenant(cluster, slug, async (ctx): Promise<Outcome> => {
    const listed = await listUsers(ctx, { ended });
    if (!listed.ok) return listed;
    const accounts = new Map<UserId, Account | undefined>();
    for (const { user } of listed.value.users) accounts.set(user, await findAccount(cluster.registry, user));
    const rows = listed.value.users.flatMap(({ user, grants }) => grants.map((grant) => ({ account: accounts.get(user), grant })));
    const json = rows.map(({ account, grant }) => ({ ...grant, email: account?.email ?? null, name: account?.displayName ?? null }));
    return ok({ json, text: rows.length === 0 ? words.t('grants.none') : grantTable(words, rows) });
  });

const end = (cluster: Cluster, words: Words, slug: string, grant: string): Promise<Outcome> =>
  inTenant(cluster, slug, async (ctx): Promise<Outcome> => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(grant)) return fail({ kind: 'unknown-grant' });
    const ended = await endGrant(ctx, { grant: grant as GrantId, activeUsers: await activeMembers(cluster.registry, ctx.tenant.id) });
    return ended.ok ? ok({ json: ended.value, text: words.t('grants.ended', { role: words.named('roles', ended.value.role) }) }) : ended;
  });

const giveCommand = (grant: Command, { words, env, action }: Frame): void => {
  grant
    .command('give')
    .description(words.t('grants.giveAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<email>', words.t('grants.emailArgument'))
    .addOption(choiceOption(words, '--role <role>', words.t('grants.roleOption', { roles }), roles).makeOptionMandatory())
    .option('--unit <code>', words.t('grants.unitOption'))
    .addOption(choiceOption(words, '--line <line>', words.t('grants.lineOption'), unitLines))
    .addOption(dateOption(words, '--from <date>', words.t('grants.fromOption')))
    .addOption(dateOption(words, '--until <date>', words.t('grants.untilOption')))
    .action(action((slug: string, email: string, options: GiveOptions) => withInstallation(env, (cluster) => give(cluster, words, slug, email, options))));
};

export const grantCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const grant = program.command('grant').description(words.t('grants.about'));
  giveCommand(grant, frame);
  grant
    .command('list')
    .description(words.t('grants.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .option('--ended', words.t('grants.endedOption'))
    .action(action((slug: string, { ended = false }: { ended?: boolean }) => withInstallation(env, (cluster) => list(cluster, words, slug, ended))));
  grant
    .command('end')
    .description(words.t('grants.endAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<id>', words.t('grants.idArgument'))
    .action(action((slug: string, id: string) => withInstallation(env, (cluster) => end(cluster, words, slug, id))));
};
