import type { Catalogue } from '../../catalogue.ts';
import type { roles as vi } from '../vi/roles.ts';

export const roles: Catalogue<typeof vi> = {
  'home-affairs-officer': 'Officer of the Department of Home Affairs',
  'home-affairs-head': 'Head in the Department of Home Affairs',
  'committee-approver': 'Approver of the People’s Committee',
  finance: 'Department of Finance',
  education: 'Department of Education and Training',
  'foreign-affairs': 'Department of Foreign Affairs',
  'agency-officer': 'Officer of an agency or unit',
  'agency-head': 'Head of an agency or unit',
  'commune-officer': 'Civil servant in charge in a commune, ward or special zone',
  provider: 'Training provider',
  ministry: 'Ministry of Home Affairs',
  auditor: 'Inspection and supervision',
  operator: 'System operator',
  learner: 'Learner',
};
