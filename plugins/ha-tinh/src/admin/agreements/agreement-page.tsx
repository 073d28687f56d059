import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';

import { type Agreement, agreementAnswer } from '../../agreements/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { StateMark } from '../parts/state-mark.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';
import { PapersSection } from '../papers/papers-section.tsx';
import { FollowUpForm } from './follow-up-form.tsx';

const Commitments = ({ it }: { it: Agreement }) => {
  const { t, date } = useWords();
  return (
    <ol className={styles['plain']}>
      {it.commitments.map((one) => (
        <li key={one.id}>
          <strong>{one.wording}</strong>
          {one.followUps.map((entry) => (
            <div key={entry.year}>
              {entry.year}: {entry.done} <span className={styles['soft']}>{t('followUp.notedOn', { on: date(entry.notedOn) })}</span>
            </div>
          ))}
          {it.missing.some((gap) => gap.commitment === one.id) && (
            <div className={styles['state']} data-tone="warn">
              {t('followUp.missing', { years: it.missing.filter((gap) => gap.commitment === one.id).map((gap) => gap.year).join(', ') })}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
};

/** One agreement: its term, what it binds to and what was done about it year by year, the classes held under it. */
export const AgreementPage = ({ id }: { id: string }) => {
  const { may, href, search, setSearch } = usePlugin();
  const { t, date, days } = useWords();
  const query = useLao(`/agreements/${id}`, agreementAnswer);
  const manages = may('agreement.manage');
  return (
    <Answer query={query} rows={8}>
      {(it) => (
        <>
          <PageHeading
            above={<Goto page="agreements" to={{}}>{t('page.agreements')}</Goto>}
            title={it.title}
            about={<><StateMark of="agreement" state={it.standing} /> · {it.partner} · {it.endsOn === null ? t('agreement.since', { from: date(it.signedOn) }) : days(it.signedOn, it.endsOn)}</>}
            actions={
              manages && (
                <>
                  {search['note'] === undefined && it.years.length > 0 && <Button onClick={() => setSearch({ note: String(it.missing[0]?.year ?? it.years[0]) })}>{t('followUp.new')}</Button>}
                  <Button variant="default" onClick={() => setSearch({ edit: 'agreement', note: undefined })}>{t('ui.edit')}</Button>
                </>
              )
            }
          />
          {it.standing === 'ending' && it.endsOn !== null && <Notice tone="warn">{t('agreement.endingOn', { on: date(it.endsOn) })}</Notice>}
          {it.note !== null && <p className={styles['note']}>{it.note}</p>}
          {manages && search['note'] !== undefined && <FollowUpForm key={search['note']} it={it} year={Number(search['note'])} />}
          <Section title={t('agreement.commitments')}>
            <Commitments it={it} />
          </Section>
          <PapersSection of="agreement" id={id} />
          <Section title={t('agreement.classes')}>
            {it.classes.length === 0 ? (
              <p>{t('agreement.noClasses')}</p>
            ) : (
              <ul className={styles['plain']}>
                {it.classes.map((one) => (
                  <li key={one.id}>
                    <a href={href(`/x/ha-tinh/classes?class=${one.id}`)} className={styles['goto']}>{one.name}</a> <span className={styles['soft']}>{date(one.startsOn)}</span> · <StateMark of="class" state={one.state} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Answer>
  );
};
