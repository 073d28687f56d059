import { Button, Checkbox, Textarea } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedMeanwhile, Refused, savedMeanwhile, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { ChangeField } from './change-field.tsx';
import { isChangeLink } from './change-link.ts';
import styles from './obstacles.module.css';
import { answerObstacle, type Obstacle, obstacleQuery } from './queries.ts';

/** Writes the answer to an obstacle in hand; it is given by a move of its case. */
export const AnswerForm = ({ tenant, obstacle, permissions }: { tenant: string; obstacle: Obstacle; permissions: readonly string[] }) => {
  const words = useWords();
  const queries = useQueryClient();
  const before = { answer: obstacle.answer ?? '', changeLink: obstacle.changeLink ?? '', published: obstacle.published };
  const [said, setSaid] = useState(before);
  const [tried, setTried] = useState(false);
  const save = useMutation(answerObstacle(queries, tenant, obstacle.id));
  const dirty = said.answer !== before.answer || said.changeLink !== before.changeLink || said.published !== before.published;
  const guard = useUnsavedGuard(dirty && !save.isPending);
  const conflict = savedMeanwhile(save.error);
  const theirs = conflict?.current as Obstacle | undefined;
  const publishedIn = (it: boolean | undefined) => words.t(it === true ? 'obstacles.published' : 'obstacles.publishedNot');
  const differences = [
    { label: words.t('obstacles.answer'), yours: said.answer, theirs: theirs?.answer ?? '' }, { label: words.t('obstacles.changeLink'), yours: said.changeLink, theirs: theirs?.changeLink ?? '' },
    { label: words.t('obstacles.publish'), yours: publishedIn(said.published), theirs: publishedIn(theirs?.published) },
  ];
  const lacks = said.answer.trim() === '';
  const wrongLink = said.changeLink.trim() !== '' && (!isChangeLink(said.changeLink.trim()) || said.changeLink.endsWith('/'));
  const send = (version: number) => {
    setTried(true);
    if (!lacks && !wrongLink) save.mutate({ version, answer: said.answer.trim(), changeLink: said.changeLink.trim() || null, published: said.published });
  };
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(obstacle.version);
      }}
    >
      {guard}
      <Textarea label={words.t('obstacles.answer')} description={words.t('obstacles.answerDraft')} value={said.answer} error={tried && lacks ? words.t('obstacles.answerMissing') : undefined} rows={5} maxLength={10_000} onChange={(event) => setSaid({ ...said, answer: event.currentTarget.value })} />
      <ChangeField tenant={tenant} link={said.changeLink} permissions={permissions} wrong={tried && wrongLink} onChange={(changeLink) => setSaid({ ...said, changeLink })} />
      <Checkbox label={words.t('obstacles.publish')} checked={said.published} onChange={(event) => setSaid({ ...said, published: event.currentTarget.checked })} />
      <div>
        <Button type="submit" variant="default" loading={save.isPending} disabled={!dirty}>{words.t('obstacles.saveAnswer')}</Button>
      </div>
      {!dirty && obstacle.answer !== null && <span className={styles['soft']} role="status">{words.t('obstacles.saved')}</span>}
      {save.isError && !conflict && <Notice tone="bad" live>{save.error instanceof Refused ? words.text(save.error.problem.text) : words.t('shell.unreachable')}</Notice>}
      <ChangedMeanwhile
        opened={conflict !== undefined} busy={save.isPending} differences={differences.filter((it) => it.yours !== it.theirs)}
        onClose={() => save.reset()} onKeepYours={() => theirs && send(theirs.version)} onKeepTheirs={() => void queries.invalidateQueries({ queryKey: obstacleQuery(tenant, obstacle.id).queryKey }).then(() => save.reset())}
      />
    </form>
  );
};
