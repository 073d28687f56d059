import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useMemo } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import { AdoptPart } from './adopt-part.tsx';
import styles from './equivalence.module.css';
import type { LevelChange, Simulation, Tried } from './queries.ts';

type Parts = { tenant: string; tried: Tried; pages: readonly Simulation[]; more: boolean; loadingMore: boolean; onMore: () => void; onAgain: () => void };

type Level = number | null;

const Moves = ({ moves }: { moves: Simulation['moves'] }) => {
  const words = useWords();
  const level = (it: Level) => (it === null ? words.t('equivalenceDesk.noLevel') : words.t('equivalenceDesk.levelShort', { level: it }));
  return (
    <table className={styles['small']}>
      <caption>{words.t('equivalenceDesk.moves')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('equivalenceDesk.before')}</th>
          <th scope="col">{words.t('equivalenceDesk.after')}</th>
          <th scope="col" className={styles['end']}>
            {words.t('equivalenceDesk.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map((it) => (
          <tr key={`${it.before} ${it.after}`}>
            <td>{level(it.before)}</td>
            <td>{level(it.after)}</td>
            <td className={styles['end']}>{words.number(it.people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Targets = ({ tenant, simulation: { targets, on } }: { tenant: string; simulation: Simulation }) => {
  const words = useWords();
  const reached = ({ numerator, denominator, percent, status }: Simulation['targets'][number]['before']) =>
    status === 'empty' ? words.t('equivalenceDesk.nobodyIn') : numerator === null || denominator === null || percent === null ? words.t('equivalenceDesk.notMeasured') : words.t('equivalenceDesk.headsOf', { numerator, denominator, share: percent });
  const missing = (it: Simulation['targets'][number]['before']) => (it.missing === null || it.percent === null ? '–' : words.number(it.missing));
  if (targets.length === 0) return <p className={styles['soft']}>{words.t('equivalenceDesk.targetsNone')}</p>;
  return (
    <div className={styles['scroll']} role="region" aria-label={words.t('equivalenceDesk.targets', { day: on })} tabIndex={0}>
      <table className={styles['rows']}>
        <caption>{words.t('equivalenceDesk.targets', { day: on })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('equivalenceDesk.target')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.reachedBefore')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.reachedAfter')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.missingBefore')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.missingAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((it) => (
            <tr key={`${it.plan} ${it.before.target}`} data-moved={it.before.numerator !== it.after.numerator || undefined}>
              <td>
                <Link to="/t/$tenant/targets/$target" params={{ tenant, target: it.before.target }} search={{ on }}>
                  {words.text(it.before.title)}
                </Link>
              </td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.reachedBefore')}>{reached(it.before)}</td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.reachedAfter')}>{reached(it.after)}</td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.missingBefore')}>{missing(it.before)}</td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.missingAfter')}>{missing(it.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What a change would do: how many change level and which way, each target before and after, everybody by name; and the way to adopt just that. */
export const SimulationPart = ({ tenant, tried, pages, more, loadingMore, onMore, onAgain }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const rows = useMemo(() => pages.flatMap((it) => it.changes.items), [pages]);
  const columns = useMemo((): TableColumn<LevelChange>[] => {
    const level = (it: LevelChange['before']) => (it === null ? '–' : words.t('equivalenceDesk.levelShort', { level: it.level }));
    return [
      {
        id: 'name', header: words.t('equivalenceDesk.name'), width: 'minmax(12rem, 1fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.person.id }} className={styles['name']}>
            {it.person.fullName}
          </Link>
        ),
      },
      { id: 'language', header: words.t('equivalenceDesk.language'), width: '8rem', cell: (it) => names.language(it.language) ?? it.language },
      { id: 'before', header: words.t('equivalenceDesk.before'), width: '6rem', cell: (it) => level(it.before) },
      { id: 'after', header: words.t('equivalenceDesk.after'), width: '6rem', phone: 'end', cell: (it) => level(it.after) },
      { id: 'since', header: words.t('equivalenceDesk.since'), width: '7rem', cell: (it) => words.date(it.since) },
      {
        id: 'certificate', header: words.t('equivalenceDesk.byCertificate'), width: 'minmax(12rem, 1.4fr)', phone: 'second',
        cell: (it) => {
          const certificate = (it.after ?? it.before)?.certificate;
          return certificate ? (
            <Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: certificate.id }}>
              {words.t('equivalenceDesk.byCertificateOf', { type: names.certificateType(certificate.type), day: certificate.examDate })}
            </Link>
          ) : (
            '–'
          );
        },
      },
    ];
  }, [words, names, tenant]);
  const [first] = pages;
  if (!first) return null;
  return (
    <>
      <p className={styles['figure']} role="status">
        {first.people === 0 ? words.t('equivalenceDesk.resultNobody') : words.t('equivalenceDesk.resultPeople', { count: first.people })}
      </p>
      {first.moves.length > 0 && <Moves moves={first.moves} />}
      <Targets tenant={tenant} simulation={first} />
      {rows.length > 0 && (
        <>
          <h3 className={styles['subheading']}>{words.t('equivalenceDesk.changes')}</h3>
          <div className={styles['changes']} style={{ '--rows': rows.length } as CSSProperties}>
            <DataTable label={words.t('equivalenceDesk.changesLabel')} columns={columns} rows={rows} rowKey={(it) => `${it.person.id} ${it.language}`} total={more ? undefined : rows.length} more={more} loadingMore={loadingMore} onMore={onMore} />
          </div>
        </>
      )}
      <AdoptPart tenant={tenant} tried={tried} simulation={first} onAgain={onAgain} />
    </>
  );
};
