import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import { readDay } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormFaults, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { recordDecision } from './mutations.ts';
import { catalogueQuery, type WholeCertificate } from './queries.ts';

/** Records the level that was confirmed, with the document that says so. */
export const DecisionForm = ({ tenant, certificate, onClose }: { tenant: string; certificate: WholeCertificate; onClose: () => void }) => {
  const words = useWords();
  const levels = useQuery(catalogueQuery(tenant)).data?.framework.levels ?? [];
  const record = useMutation(recordDecision(useQueryClient(), tenant, certificate.id));
  const { faults, take, clear } = useFormFaults(['level', 'document', 'decidedOn', 'lastDay'], { 'decided-before-exam': 'decidedOn', 'decided-in-the-future': 'decidedOn', 'decision-ends-before-exam': 'lastDay', 'level-not-in-framework': 'level' });
  const [own, setOwn] = useState<readonly { field: string; text: string }[]>([]);
  const [typed, setTyped] = useState({ level: String(certificate.decision?.level ?? certificate.level ?? levels[0]?.level ?? 3), document: '', decidedOn: '', lastDay: '' });
  const change = (more: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...more }));
  const all = [...own, ...faults];
  const faultOf = (field: string) => all.find((it) => it.field === field)?.text;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    clear();
    const decidedOn = readDay(typed.decidedOn);
    const lastDay = typed.lastDay.trim() === '' ? null : readDay(typed.lastDay);
    const wrong = [
      ...(typed.document.trim() === '' ? [{ field: 'document', text: words.t('certificateDesk.documentMissing') }] : []),
      ...(decidedOn === undefined ? [{ field: 'decidedOn', text: words.t('certificateDesk.dayWrong') }] : []),
      ...(lastDay === undefined ? [{ field: 'lastDay', text: words.t('certificateDesk.dayWrong') }] : []),
    ];
    setOwn(wrong);
    if (wrong.length > 0 || decidedOn === undefined || lastDay === undefined) return;
    try {
      await record.mutateAsync({ version: certificate.version, level: Number(typed.level), document: typed.document.trim(), decidedOn, lastDay });
      onClose();
    } catch (error) {
      take(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={words.t('certificateDesk.decision')} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form className={styles['form']} noValidate onSubmit={(event) => void send(event)}>
        <FaultSummary faults={all} />
        <p className={styles['soft']}>{words.t('certificateDesk.decisionAbout')}</p>
        <NativeSelect
          id="field-level" label={words.t('certificateDesk.decisionLevel')} error={faultOf('level')} value={typed.level} data={levels.map(({ level, name }) => ({ value: String(level), label: words.text(name) }))}
          onChange={(event) => change({ level: event.currentTarget.value })}
        />
        <TextInput id="field-document" label={words.t('certificateDesk.decisionDocument')} error={faultOf('document')} value={typed.document} maxLength={200} onChange={(event) => change({ document: event.currentTarget.value })} />
        <TextInput id="field-decidedOn" label={words.t('certificateDesk.decisionDay')} description={words.t('certificateDesk.dayHint')} error={faultOf('decidedOn')} value={typed.decidedOn} inputMode="numeric" onChange={(event) => change({ decidedOn: event.currentTarget.value })} />
        <TextInput id="field-lastDay" label={words.t('certificateDesk.decisionLastDay')} description={words.t('certificateDesk.decisionLastDayHint')} error={faultOf('lastDay')} value={typed.lastDay} inputMode="numeric" onChange={(event) => change({ lastDay: event.currentTarget.value })} />
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {words.t('certificateDesk.decisionRecord')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
