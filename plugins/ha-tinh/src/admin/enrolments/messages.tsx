import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';

import { messagesAnswer } from '../../messages/wire.ts';
import type { Word } from '../../tools.ts';
import styles from '../parts/parts.module.css';
import { useLao, useSend, useWords } from '../parts/use-lao.ts';

/** What became of the requests of one's units, until it is marked as read. */
export const Messages = () => {
  const { t, date } = useWords();
  const told = useLao('/messages', messagesAnswer);
  const seen = useSend('POST');
  const fresh = (told.data?.items ?? []).filter((it) => !it.seen);
  if (fresh.length === 0) return null;
  return (
    <Section title={t('messages.title')} tools={<Button size="xs" variant="default" loading={seen.isPending} onClick={() => seen.mutate({ path: '/messages/seen', body: { ids: fresh.map((it) => it.id) } })}>{t('messages.seen')}</Button>}>
      <ul className={styles['plain']}>
        {fresh.map((it) => (
          <li key={it.id}>
            {t(`message.${it.kind}` as Word, { what: it.what })} <span className={styles['soft']}>{date(it.toldOn)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
