import { usePlugin } from '@saubac/plugin-api/admin';

import { ClassForm } from './class-form.tsx';
import { ClassList } from './class-list.tsx';
import { ClassPage } from './class-page.tsx';

/** Lao classes: the list, one of them, or the form. Which of them stands in the address. */
const ClassesPage = () => {
  const { search } = usePlugin();
  const { class: id, edit } = search;
  if (edit === 'new') return <ClassForm />;
  if (id === undefined) return <ClassList />;
  return edit === undefined ? <ClassPage key={id} id={id} /> : <ClassForm key={id} id={id} />;
};

export default ClassesPage;
