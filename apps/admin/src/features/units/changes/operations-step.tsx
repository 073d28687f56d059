import { Button, Menu } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../../shell/index.ts';
import { operationKinds, type OperationKind } from '../operation-kinds.ts';
import styles from './changes.module.css';
import { type Draft, emptyOperation, foundedIn, withOperations, withoutOperation } from './draft.ts';
import { OperationForm } from './operation-form.tsx';
import { operationInWords } from './operation-words.ts';
import { usePickableUnits } from './use-pickable-units.ts';

/** Which operation is open: one that is written anew (about a unit, perhaps), or one of the draft by its number. */
export type OpenOperation = { op?: OperationKind; unit?: string; edit?: number };

type Parts = { tenant: string; change: string; draft: Draft; open: OpenOperation; onDraft: (draft: Draft) => void; onOpen: (open: OpenOperation) => void };

/** The operations of a change in their order; one at a time is written. */
export const OperationsStep = ({ tenant, change, draft, open, onDraft, onOpen }: Parts) => {
  const words = useWords();
  const founded = useMemo(() => foundedIn(draft.operations), [draft.operations]);
  const units = usePickableUnits(tenant, draft.on, founded);
  const at = open.edit === undefined ? null : open.edit - 1;
  const edited = at === null ? undefined : draft.operations[at];
  const first = edited ?? (open.op ? emptyOperation(open.op, open.unit) : undefined);
  return (
    <>
      {draft.operations.length === 0 && !first && <EmptyState title={words.t('unitTree.operationsNone')}>{words.t('unitTree.operationsNoneAbout')}</EmptyState>}
      {draft.operations.length > 0 && (
        <ol className={styles['operations']}>
          {draft.operations.map((it, index) => {
            const told = operationInWords(it, words, units.nameOf);
            return (
              <li key={index} aria-current={edited === it || undefined}>
                <span>
                  {told}
                  {it.on !== undefined && <span className={styles['soft']}> {words.t('unitTree.fromDay', { day: it.on })}</span>}
                </span>
                <span className={styles['acts']}>
                  <Link to="/t/$tenant/units/changes/$change" params={{ tenant, change }} search={{ step: 'operations', edit: index + 1 }} aria-label={words.t('unitTree.editOperation', { operation: told })}>{words.t('unitTree.edit')}</Link>
                  <Button variant="subtle" size="compact-sm" aria-label={words.t('unitTree.removeOperation', { operation: told })} onClick={() => onDraft(withoutOperation(draft, index))}>{words.t('unitTree.remove')}</Button>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {first ? (
        <OperationForm
          key={`${open.edit ?? ''} ${open.op ?? ''} ${open.unit ?? ''}`} tenant={tenant} on={first.on ?? draft.on} founded={founded} first={first} onCancel={() => onOpen({})}
          onDone={(operations) => {
            onDraft(withOperations(draft, edited ? at : null, operations.map((it) => (first.on === undefined ? it : { ...it, on: first.on }))));
            onOpen({});
          }}
        />
      ) : (
        <div>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default">{words.t('unitTree.addOperation')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {operationKinds.map((op) => (
                <Menu.Item key={op} onClick={() => onOpen({ op })}>
                  {words.t(`unitTree.op-${op}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </>
  );
};
