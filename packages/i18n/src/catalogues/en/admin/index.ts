import { permissions } from '../permissions.ts';
import { roles } from '../roles.ts';
import { access } from './access.ts';
import { fields } from './fields.ts';
import { grades } from './grades.ts';
import { overview } from './overview.ts';
import { shell } from './shell.ts';

/** What the screens say, and of the server's words those that they need: this and no more comes to a browser. */
export const adminEn = { shell, access, overview, grades, fields, permissions, roles } as const;
