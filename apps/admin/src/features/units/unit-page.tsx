import { Button, Menu } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PluginSlots } from '../../outlet/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { operationKinds } from './operation-kinds.ts';
import { unitQuery } from './queries.ts';
import { UnitFacts } from './unit-facts.tsx';
import { versionOn } from './unit-over-time.ts';
import { UnitPast, UnitVersions } from './unit-past.tsx';
import { UnitTargets } from './unit-targets.tsx';

const route = getRouteApi('/t/$tenant/units/$unit');

const ChangeMenu = ({ tenant, unit }: { tenant: string; unit: string }) => {
  const words = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{words.t('unitTree.changeThis')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {operationKinds.map((op) => (
          <Menu.Item key={op} renderRoot={(props) => <Link to="/t/$tenant/units/changes/new" params={{ tenant }} search={{ op, unit }} {...props} />}>
            {words.t(`unitTree.op-${op}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** A unit: what it is on a day, its people and targets, what it was called and where it stood, what it was made from and became. */
export const UnitPage = () => {
  const words = useWords();
  const { tenant, unit: code } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const unit = useQuery(unitQuery(tenant, code, on));
  const name = unit.data && versionOn(unit.data.versions, on).version?.name;
  usePageTitle(name ?? words.t('unitTree.title'));
  const day = parseIsoDate(on);
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  return (
    <QueryStates query={unit} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => {
        const { version, stands } = versionOn(it.versions, on);
        return (
          <>
            <PageHeading
              above={<Link to="/t/$tenant/units" params={{ tenant }} search={on === me.today ? {} : { on }}>{words.t('unitTree.back')}</Link>}
              title={version?.name ?? it.code}
              about={words.t('unitTree.codes', { code: it.code, official: version?.officialCode ?? '–' })}
              actions={
                <>
                  {may('unit.change') && <ChangeMenu tenant={tenant} unit={it.code} />}
                  {day && <DayField label={words.t('unitTree.on')} value={day} onChange={(picked) => void navigate({ search: { on: picked } })} />}
                </>
              }
            />
            {!stands && version && <Notice tone="warn">{on < version.from ? words.t('unitTree.notYet', { day: on, from: version.from }) : words.t('unitTree.noMore', { day: on, last: version.lastDay ?? on })}</Notice>}
            <UnitFacts tenant={tenant} unit={it} on={on} names={may('person.read')} />
            {stands && may('progress.read') && <UnitTargets tenant={tenant} unit={it.code} on={on} />}
            {day && <PluginSlots at="unit.sidebar" given={{ unit: it.id, code: it.code, on: day }} />}
            <UnitPast tenant={tenant} unit={it} />
            <UnitVersions tenant={tenant} unit={it} />
          </>
        );
      }}
    </QueryStates>
  );
};
