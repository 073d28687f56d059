import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CasePanel, caseQuery } from '../../cases/index.ts';
import { ButtonLink, usePageTitle, useWords } from '../../shell/index.ts';
import { addressOf } from './address-of.ts';

const route = getRouteApi('/t/$tenant/inbox/$case');

/** One case by itself, opened from the inbox or from a mail. */
export const CasePage = () => {
  const words = useWords();
  const { tenant, case: id } = route.useParams();
  const { data } = useQuery(caseQuery(tenant, id));
  const title = data ? words.text(data.title) : words.t('cases.case');
  usePageTitle(title);
  return (
    <>
      <PageHeading
        above={<Link to="/t/$tenant/inbox" params={{ tenant }}>{words.t('cases.back')}</Link>}
        title={title}
        {...(data ? { about: [words.text(data.kindLabel), data.person?.name, data.unit?.name].filter((it) => it !== undefined).join(' · ') } : {})}
        {...(data ? { actions: <ButtonLink variant="default" {...addressOf(tenant, data.link)}>{words.t('cases.openSubject')}</ButtonLink> } : {})}
      />
      <CasePanel tenant={tenant} id={id} />
    </>
  );
};
