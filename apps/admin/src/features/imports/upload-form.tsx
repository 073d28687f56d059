import { Button, NativeSelect } from '@mantine/core';
import { parseIsoDate, type IsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormFaults, useWords } from '../../shell/index.ts';
import { FileDrop } from './file-drop.tsx';
import styles from './imports.module.css';
import upload from './upload.module.css';
import { startImport } from './mutations.ts';
import { UnitsToPick } from './units-to-pick.tsx';

const modes = ['from-effective-date', 'correct'] as const;

/** The upload of a roster: the file, from which day on it is true, and what it is. */
export const UploadForm = ({ tenant, today }: { tenant: string; today: string }) => {
  const words = useWords();
  const navigate = useNavigate();
  const start = useMutation(startImport(useQueryClient(), tenant));
  const { faults, take, clear } = useFormFaults(['effectiveDate', 'completeFor']);
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [day, setDay] = useState<IsoDate>(parseIsoDate(today) as IsoDate);
  const [mode, setMode] = useState<(typeof modes)[number]>('from-effective-date');
  const [unit, setUnit] = useState<{ code: string; name: string }>();
  const send = () => {
    setMissing(!file);
    clear();
    if (!file) return;
    start.mutate(
      { file, name: file.name, effectiveDate: day, mode, completeFor: unit?.code },
      { onError: take, onSuccess: (it) => void navigate({ to: '/t/$tenant/imports/$import', params: { tenant, import: it.id }, search: {} }) },
    );
  };
  return (
    <form
      className={upload['upload']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FaultSummary faults={faults} />
      <FileDrop
        file={file} fault={missing ? words.t('importDesk.fileMissing') : undefined}
        onPick={(it) => {
          setFile(it);
          setMissing(false);
          clear();
        }}
      />
      <div className={upload['uploadFields']}>
        <div>
          <DayField label={words.t('importDesk.effectiveDate')} value={day} onChange={setDay} />
          <p className={styles['hint']}>{words.t('importDesk.effectiveHint')}</p>
        </div>
        <div>
          <NativeSelect
            label={words.t('importDesk.mode')} value={mode} data={modes.map((it) => ({ value: it, label: words.t(`importDesk.mode-${it}`) }))}
            onChange={(event) => setMode(modes.find((it) => it === event.currentTarget.value) ?? 'from-effective-date')}
          />
          <p className={styles['hint']}>{words.t('importDesk.modeHint')}</p>
        </div>
        <div>
          <UnitsToPick tenant={tenant} label={words.t('importDesk.completeFor')} placeholder={words.t('importDesk.completeForAny')} value={unit} onChange={setUnit} />
          <p className={styles['hint']}>{words.t('importDesk.completeForHint')}</p>
        </div>
      </div>
      <div>
        <Button type="submit" loading={start.isPending}>
          {words.t('importDesk.start')}
        </Button>
      </div>
    </form>
  );
};
