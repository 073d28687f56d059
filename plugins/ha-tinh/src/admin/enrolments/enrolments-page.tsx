import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';

import { useWords } from '../parts/use-lao.ts';
import { Messages } from './messages.tsx';
import { Openings } from './openings.tsx';
import { ProposeForm } from './propose-form.tsx';
import { Requests } from './requests.tsx';

/** Enrolment as agencies see it: classes that take people, their own requests, what became of them. */
const EnrolmentsPage = () => {
  const { may, search } = usePlugin();
  const { t } = useWords();
  const { propose } = search;
  return (
    <>
      <PageHeading title={t('page.enrolments')} about={t('enrolments.about')} />
      {propose !== undefined && may('enrolment.propose') ? <ProposeForm key={propose} id={propose} /> : <Openings />}
      <Requests />
      {may('enrolment.propose') && <Messages />}
    </>
  );
};

export default EnrolmentsPage;
