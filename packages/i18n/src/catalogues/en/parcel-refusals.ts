import type { Catalogue } from '../../catalogue.ts';
import type { parcelRefusals as vi } from '../vi/parcel-refusals.ts';

export const parcelRefusals: Catalogue<typeof vi> = {
  'tenant-archived': 'This tenant is archived: it can be read, not written to. To write, the operator takes it out with tenant unarchive.',
  'tenant-archived-already': '“{{slug}}” is archived already; see tenant list.',
  'tenant-not-archived': '“{{slug}}” is not archived; see tenant list.',
  'parcel-place-taken': '{{path}} is there already; choose a folder that is not (--out).',
  'parcel-broken-off': 'Stopped; nothing was left behind.',
  'no-parcel': 'There is no whole parcel at {{path}}: check the path, or export again if the export was broken off.',
  'parcel-manifest-damaged': 'The manifest of the parcel at {{path}} is damaged or was changed; copy the parcel again from where it was exported.',
  'parcel-format-unknown': 'The parcel is of form {{format}}, this product reads form {{known}}; upgrade the product here.',
  'parcel-manifest-invalid': 'The manifest of the parcel is not in form ({{problem}}); export it again with tenant export.',
  'parcel-damaged_one': 'The parcel is damaged in {{count, number}} place; nothing was made. Copy it again from where it was exported:',
  'parcel-damaged_other': 'The parcel is damaged in {{count, number}} places; nothing was made. Copy it again from where it was exported:',
  'parcel-not-for-this-server_one': 'This server can not take the parcel yet, for {{count, number}} reason; nothing was made:',
  'parcel-not-for-this-server_other': 'This server can not take the parcel yet, for {{count, number}} reasons; nothing was made:',
  'parcel-tables-differ': 'The tables of the parcel are not those of the version it names: {{tables, list}}; nothing was made. Export it again with tenant export.',
  'parcel-rows-refused': 'Rows of the table {{table}} can not be loaded; nothing was made. The parcel was changed or the reference data differ; export it again.',
  'parcel-audit-faulty_one': 'The audit in the parcel is not whole; there is {{count, number}} fault; nothing was made. Run audit verify where it was exported.',
  'parcel-audit-faulty_other': 'The audit in the parcel is not whole; there are {{count, number}} faults; nothing was made. Run audit verify where it was exported.',
  'tenants-differ_one': 'The two differ in {{count, number}} place:',
  'tenants-differ_other': 'The two differ in {{count, number}} places:',
  'parcel-has-no-figures': 'A parcel has no figures; import it and compare two tenants, or leave out --on.',
};
