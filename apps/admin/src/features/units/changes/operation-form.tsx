import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { emptyOperation, foundedIn, type Operation, operationFaults, type OperationOf } from './draft.ts';
import { NewUnitFields } from './new-unit-fields.tsx';
import { OperationFields } from './operation-fields.tsx';
import { usePickableUnits } from './use-pickable-units.ts';

type Parts = {
  tenant: string;
  on: string;
  /** What is founded by other operations of the draft. */
  founded: readonly { code: string; name: string }[];
  first: Operation;
  onDone: (operations: readonly Operation[]) => void;
  onCancel: () => void;
};

type Founding = OperationOf<'establish'>;

const receives = (it: Operation): boolean => it.op === 'merge' || it.op === 'split' || it.op === 'abolish';

/** Names a unit, once it has a code, as one that the operation goes to. */
const withFounded = (it: Operation, code: string): Operation => {
  if (code === '') return it;
  if (it.op === 'merge' && it.into === '') return { ...it, into: code };
  if (it.op === 'split' && !it.into.includes(code)) return { ...it, into: [...it.into, code] };
  return it;
};

/** One operation: what it states, and (where it goes to a unit that is not there yet) the unit that is founded for it. */
export const OperationForm = ({ tenant, on, founded, first, onDone, onCancel }: Parts) => {
  const words = useWords();
  const [operation, setOperation] = useState(first);
  const [founding, setFounding] = useState<Founding | null>(null);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the form is gone: the focus goes where the work goes on.
  useEffect(() => heading.current?.focus(), []);
  const others = useMemo(() => [...founded, ...(founding && founding.unit !== '' ? foundedIn([founding]) : [])], [founded, founding]);
  const units = usePickableUnits(tenant, on, others);
  const whole = founding ? withFounded(operation, founding.unit) : operation;
  const faults = operationFaults(whole);
  const foundingFaults = founding ? operationFaults(founding) : [];
  const shown = tried ? faults : [];
  const told = tried ? [...foundingFaults, ...faults].map((it) => ({ text: words.t(`unitTree.fault-${it}`) })) : [];
  const take = (): void => {
    setTried(true);
    if (faults.length === 0 && foundingFaults.length === 0) onDone(founding ? [founding, whole] : [whole]);
  };
  const found = (): void => setFounding(emptyOperation('establish') as Founding);
  return (
    <form
      className={styles['panel']} noValidate aria-label={words.t(`unitTree.op-${operation.op}`)}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>{words.t(`unitTree.op-${operation.op}`)}</h3>
      <p className={styles['soft']}>{words.t(`unitTree.opAbout-${operation.op}`)}</p>
      <FaultSummary faults={told} />
      <OperationFields tenant={tenant} on={on} units={units} value={operation} faults={shown} onChange={setOperation} />
      {receives(operation) && !founding && <div><Button variant="subtle" px="xs" onClick={found}>{words.t('unitTree.foundForThis')}</Button></div>}
      {founding && (
        <fieldset className={styles['founding']}>
          <legend>{words.t('unitTree.op-establish')}</legend>
          <NewUnitFields tenant={tenant} on={on} units={units} value={founding} faults={tried ? foundingFaults : []} onChange={setFounding} />
          <Button variant="subtle" px="xs" onClick={() => setFounding(null)}>{words.t('unitTree.foundNone')}</Button>
        </fieldset>
      )}
      <div className={styles['buttons']}>
        <Button type="submit">{words.t('unitTree.takeOperation')}</Button>
        <Button variant="default" onClick={onCancel}>{words.t('shell.cancel')}</Button>
      </div>
    </form>
  );
};
