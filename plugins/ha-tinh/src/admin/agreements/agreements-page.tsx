import { usePlugin } from '@saubac/plugin-api/admin';

import { AgreementForm } from './agreement-form.tsx';
import { AgreementList } from './agreement-list.tsx';
import { AgreementPage } from './agreement-page.tsx';

/** Agreements with partners in Laos: the list, one of them, or the form. */
const AgreementsPage = () => {
  const { search } = usePlugin();
  const { agreement, edit } = search;
  if (edit === 'new') return <AgreementForm />;
  if (agreement === undefined) return <AgreementList />;
  return edit === undefined ? <AgreementPage key={agreement} id={agreement} /> : <AgreementForm key={agreement} id={agreement} />;
};

export default AgreementsPage;
