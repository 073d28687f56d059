import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import { planTitlesQuery } from './queries.ts';

/** Plan versions by their titles; by their ids until the titles are here, or for who may not read plans. */
export const PlanNames = ({ tenant, plans }: { tenant: string; plans: readonly { plan: string; version: number }[] }) => {
  const words = useWords();
  const { data } = useQuery(planTitlesQuery(tenant));
  const named = plans.map(({ plan, version }) => {
    const found = data?.items.find((it) => it.plan === plan && it.number === version);
    return words.t('closing.planVersionOf', { plan: found ? words.text(found.title) : plan, version });
  });
  return words.t('closing.byPlans', { plans: named.join('; ') });
};
