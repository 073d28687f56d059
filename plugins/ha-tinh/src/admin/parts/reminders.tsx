import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';

import { messagesAnswer } from '../../messages/wire.ts';
import type { Word } from '../../tools.ts';
import styles from './parts.module.css';
import { useLao, useSend, useWords } from './use-lao.ts';

/** What the night reminded Sở Ngoại vụ of; nothing where there is nothing. */
export const Reminders = () => {
  const { href } = usePlugin();
  const { t, date } = useWords();
  const told = useLao('/reminders', messagesAnswer);
  const done = useSend('POST');
  if (!told.data || told.data.items.length === 0) return null;
  return (
    <Section title={t('reminders.title')}>
      <ul className={styles['plain']}>
        {told.data.items.map((it) => (
          <li key={it.id} className={styles['line']}>
            <span>
              <a href={href(it.link ?? '/')} className={styles['goto']}>{t(`message.${it.kind}` as Word, { what: it.what })}</a> <span className={styles['soft']}>{date(it.toldOn)}</span>
            </span>
            <Button variant="default" size="xs" loading={done.isPending && done.variables.path === `/reminders/${it.id}/done`} onClick={() => done.mutate({ path: `/reminders/${it.id}/done`, body: {} })}>
              {t('reminders.done')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};
