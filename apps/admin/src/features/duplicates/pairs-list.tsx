import { Button } from '@mantine/core';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { type Pair, pairsQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';
import { writeBirth } from './write-birth.ts';

const scores = [60, 70, 80, 90];

const Card = ({ card }: { card: Pair['one'] }) => {
  const words = useWords();
  const { birth, idNumber, unit, certificates } = card;
  return (
    <tr>
      <th scope="row">{card.fullName}</th>
      <td data-label={words.t('duplicates.born')}>{writeBirth(birth) ?? words.t('duplicates.unknown')}</td>
      <td data-label={words.t('duplicates.idNumber')}>{idNumber ?? words.t('duplicates.unknown')}</td>
      <td data-label={words.t('duplicates.unit')}>{unit?.name ?? words.t('duplicates.unknown')}</td>
      <td data-label={words.t('duplicates.certificatesCount')} className={styles['count']}>{words.number(certificates)}</td>
    </tr>
  );
};

const PairRows = ({ tenant, pair: { one, other, score, reasons } }: { tenant: string; pair: Pair }) => {
  const words = useWords();
  return (
    <tbody>
      <Card card={one} />
      <Card card={other} />
      <tr className={styles['signs']}>
        <td colSpan={5}>
          <div>
            <strong>{words.t('duplicates.scoreOf', { score })}</strong>
            <Reasons reasons={reasons} />
            <Link
              to="/t/$tenant/duplicates/pair/$staying/$going" params={{ tenant, staying: one.id, going: other.id }} search={{}}
              aria-label={words.t('duplicates.lookAt', { one: one.fullName, other: other.fullName })}
            >
              {words.t('duplicates.look')}
            </Link>
          </div>
        </td>
      </tr>
    </tbody>
  );
};

/** Pairs of records that may be of one person, the likeliest first, with what speaks for it. */
export const PairsList = ({ tenant, least, onLeast }: { tenant: string; least: number | undefined; onLeast: (least: number | undefined) => void }) => {
  const words = useWords();
  const pairs = useInfiniteQuery(pairsQuery(tenant, least));
  return (
    <>
      <div className={styles['filters']}>
        <ChoiceField
          label={words.t('duplicates.least')} any={words.t('duplicates.leastOf', { score: 50 })} value={least === undefined ? undefined : String(least)}
          options={scores.map((score) => ({ value: String(score), label: words.t('duplicates.leastOf', { score }) }))} onChange={(picked) => onLeast(picked === undefined ? undefined : Number(picked))}
        />
        <span className={styles['soft']} role="status">{pairs.data?.pages[0] && words.t('duplicates.pairs', { count: pairs.data.pages[0].pairs })}</span>
      </div>
      <QueryStates query={pairs} waiting={{ rows: 5, height: '6rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('duplicates.noneTitle')}>{words.t(least === undefined ? 'duplicates.none' : 'duplicates.noneLeast')}</EmptyState>;
          return (
            <>
              <table className={styles['pairs']}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('duplicates.name')}</th>
                    <th scope="col">{words.t('duplicates.born')}</th>
                    <th scope="col">{words.t('duplicates.idNumber')}</th>
                    <th scope="col">{words.t('duplicates.unit')}</th>
                    <th scope="col" className={styles['count']}>{words.t('duplicates.certificatesCount')}</th>
                  </tr>
                </thead>
                {rows.map((it) => (
                  <PairRows key={`${it.one.id} ${it.other.id}`} tenant={tenant} pair={it} />
                ))}
              </table>
              {pairs.hasNextPage && (
                <Button variant="default" mt="md" loading={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>
                  {words.t('duplicates.more')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
