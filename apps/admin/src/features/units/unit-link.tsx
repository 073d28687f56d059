import { Link } from '@tanstack/react-router';

/** A unit as a link to its page, on a day on which it stands. */
export const UnitLink = ({ tenant, unit, on }: { tenant: string; unit: { code: string; name: string }; on?: string | undefined }) => (
  <Link to="/t/$tenant/units/$unit" params={{ tenant, unit: unit.code }} search={on === undefined ? {} : { on }}>
    {unit.name}
  </Link>
);
