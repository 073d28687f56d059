import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';

import { classAnswer, type ClassWhole } from '../../classes/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { StateMark } from '../parts/state-mark.tsx';
import { PapersSection } from '../papers/papers-section.tsx';
import { textOf, useLao, useSend, useWords } from '../parts/use-lao.ts';
import { CertificatesTab } from './certificates-tab.tsx';
import { ClassFacts } from './class-facts.tsx';
import { LearnersTab } from './learners-tab.tsx';
import { OfficialListTab } from './official-list-tab.tsx';
import { SessionsTab } from './sessions-tab.tsx';

const next = { planned: { move: 'open', word: 'class.move.open' }, open: { move: 'beginTrial', word: 'class.move.beginTrial' }, official: { move: 'end', word: 'class.move.end' } } as const;

/** The one thing to do next with a class as a whole. */
const NextMove = ({ it }: { it: ClassWhole }) => {
  const { t } = useWords();
  const send = useSend('POST');
  const step = it.state === 'planned' || it.state === 'open' || it.state === 'official' ? next[it.state] : undefined;
  if (!step) return null;
  return (
    <div>
      <Button loading={send.isPending} onClick={() => send.mutate({ path: `/classes/${it.id}/moves`, body: { move: step.move, version: it.version } })}>
        {t(step.word)}
      </Button>
      {send.isError && (
        <p role="alert" className={styles['wrong']}>
          {textOf(send.error)}
        </p>
      )}
    </div>
  );
};

const PapersTab = ({ it }: { it: ClassWhole }) => <PapersSection of="class" id={it.id} />;

const tabs = { learners: LearnersTab, sessions: SessionsTab, list: OfficialListTab, certificates: CertificatesTab, papers: PapersTab } as const;
type Tab = keyof typeof tabs;

const tabsOf = ({ state }: ClassWhole): readonly Tab[] => ['learners', 'sessions', ...(state === 'trial' ? (['list'] as const) : []), ...(state === 'ended' ? (['certificates'] as const) : []), 'papers'];

/** One class: what was decided, what is to do next, who learns, what was held, who completed it. */
export const ClassPage = ({ id }: { id: string }) => {
  const { may, search, setSearch } = usePlugin();
  const { t, days, date } = useWords();
  const query = useLao(`/classes/${id}`, classAnswer);
  return (
    <Answer query={query} rows={10}>
      {(it) => {
        const shown = tabsOf(it);
        const tab = shown.find((name) => name === search['tab']) ?? 'learners';
        const Shown = tabs[tab];
        return (
          <>
            <PageHeading
              above={<Goto page="classes" to={{}}>{t('page.classes')}</Goto>}
              title={it.name}
              about={<><StateMark of="class" state={it.state} /> · {days(it.startsOn, it.endsOn)}</>}
              actions={
                may('class.manage') && (
                  <>
                    <NextMove it={it} />
                    {it.state !== 'ended' && <Button variant="default" onClick={() => setSearch({ edit: 'class', tab: undefined, session: undefined })}>{t('ui.edit')}</Button>}
                  </>
                )
              }
            />
            <ClassFacts it={it} />
            {it.state === 'trial' && it.trialEndsOn !== null && <Notice tone={it.proposedCut.length > 0 ? 'warn' : 'plain'}>{t('class.trialUntil', { on: date(it.trialEndsOn), over: it.proposedCut.length })}</Notice>}
            <nav className={styles['tabs']} aria-label={it.name}>
              {shown.map((name) => (
                <Goto key={name} page="classes" to={{ class: id, tab: name }} current={name === tab}>
                  {t(`class.tab.${name}`)}
                </Goto>
              ))}
            </nav>
            <Shown it={it} />
          </>
        );
      }}
    </Answer>
  );
};
