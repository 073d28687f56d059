import { Button, FileButton, TextInput } from '@mantine/core';
import { OptionalDayField } from '@saubac/ui/dates';
import { PageHeading, Section } from '@saubac/ui/frame';
import { NoPermissionState } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Refused, usePageTitle, useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { changeMutations } from './mutations.ts';

const route = getRouteApi('/t/$tenant/units/changes/upload');

/** Why a workbook is not taken: each cell with its row and column, in the words of the API. */
const Problems = ({ error }: { error: unknown }) => {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  const problem = error instanceof Refused ? error.problem : undefined;
  const rows = problem?.errors ?? [];
  return (
    <div ref={box} className={styles['problems']} role="alert" tabIndex={-1}>
      <h2>{problem ? words.text(problem.text) : words.t('shell.unreachable')}</h2>
      {rows.length > 0 && (
        <ul>
          {rows.map((it, at) => (
            <li key={at}>{words.text(it.text)}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** A change of units out of a workbook: the template, the file, what is wrong in it, row by row. */
export const UploadPage = () => {
  const words = useWords();
  usePageTitle(words.t('unitTree.upload'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [on, setOn] = useState<string>();
  const upload = useMutation(changeMutations(useQueryClient(), tenant).upload);
  if (!(me.permissions as readonly string[]).includes('unit.change')) return <NoPermissionState>{words.t('unitTree.mayNotChange')}</NoPermissionState>;
  const single = file?.name.toLowerCase().endsWith('.csv') === true;
  const send = (): void => {
    if (!file) return;
    upload.mutate({ file, ...(title.trim() ? { title: title.trim() } : {}), ...(on ? { on } : {}) }, { onSuccess: ({ id }) => void navigate({ to: '/t/$tenant/units/changes/$change', params: { tenant, change: id }, search: { step: 'review' } }) });
  };
  return (
    <div className={styles['page']}>
      <PageHeading above={<Link to="/t/$tenant/units/changes" params={{ tenant }}>{words.t('unitTree.backToChanges')}</Link>} title={words.t('unitTree.upload')} about={words.t('unitTree.uploadAbout')} />
      <Section title={words.t('unitTree.template')}>
        <p>{words.t('unitTree.templateAbout')}</p>
        <p><a href={`/api/t/${encodeURIComponent(tenant)}/unit-change-template`} download>{words.t('unitTree.templateTake')}</a></p>
      </Section>
      <Section title={words.t('unitTree.file')}>
        <form
          className={styles['page']}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <p id="file-about">{words.t('unitTree.fileLabel')}</p>
          <div className={styles['buttons']}>
            <FileButton
              accept=".xlsx,.csv"
              onChange={(picked) => {
                setFile(picked);
                upload.reset();
              }}
            >
              {(props) => <Button variant="default" aria-describedby="file-about" {...props}>{words.t('unitTree.filePick')}</Button>}
            </FileButton>
            <span role="status">{file?.name ?? words.t('unitTree.fileNone')}</span>
          </div>
          {single && (
            <div className={styles['fields']}>
              <p className={styles['soft']}>{words.t('unitTree.csvAbout')}</p>
              <TextInput label={words.t('unitTree.changeTitle')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
              <OptionalDayField label={words.t('unitTree.firstDay')} hint={words.t('shell.dayForm')} value={on} onChange={setOn} />
            </div>
          )}
          {upload.isError && <Problems error={upload.error} />}
          <div className={styles['buttons']}>
            <Button type="submit" disabled={!file} loading={upload.isPending}>{words.t('unitTree.fileSend')}</Button>
          </div>
        </form>
      </Section>
    </div>
  );
};
