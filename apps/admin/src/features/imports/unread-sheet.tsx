import { Button, NativeSelect, NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { FirstRows } from './first-rows.tsx';
import mapped from './mapping.module.css';
import type { ProposedSheet, SheetKey } from './queries.ts';

const targets = ['people', 'units', 'posts', 'certificates'] as const satisfies readonly SheetKey[];

/** A sheet in which nothing known was found: left out, unless somebody says what its rows are and where its headings stand. */
export const UnreadSheet = ({ sheet, onRead }: { sheet: ProposedSheet; onRead: (row: number, target: SheetKey) => void }) => {
  const words = useWords();
  const [target, setTarget] = useState<SheetKey | ''>('');
  const [row, setRow] = useState(1);
  return (
    <section className={mapped['sheetMap']}>
      <h3>{sheet.name}</h3>
      <div className={mapped['mapHead']}>
        <NativeSelect
          label={words.t('importDesk.mapTarget')} value={target} data={[{ value: '', label: words.t('importDesk.target-none') }, ...targets.map((it) => ({ value: it, label: words.t(`importDesk.target-${it}`) }))]}
          onChange={(event) => setTarget(targets.find((it) => it === event.currentTarget.value) ?? '')}
        />
        {target !== '' && (
          <>
            <NumberInput label={words.t('importDesk.mapHeaderRow')} value={row} min={1} max={Math.max(1, sheet.firstRows.length)} allowDecimal={false} hideControls onChange={(value) => setRow(Number(value) || 1)} />
            <Button variant="default" onClick={() => onRead(row - 1, target)}>
              {words.t('importDesk.mapTitle')}
            </Button>
          </>
        )}
      </div>
      {target !== '' && <FirstRows sheet={sheet} headerRow={row - 1} headerRows={1} />}
    </section>
  );
};
