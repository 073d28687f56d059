/** Areas that a page brings with it: a browser fetches them when such a page is opened. */
export const laterEn = {
  people: () => import('./people.ts').then((it) => it.people),
  target: () => import('./target.ts').then((it) => it.target),
  importDesk: () => import('./import-desk.ts').then((it) => it.importDesk),
  planEditor: () => import('./plan-editor.ts').then((it) => it.planEditor),
  planForm: () => import('./plan-form.ts').then((it) => it.planForm),
  unitTree: () => import('./unit-tree.ts').then((it) => it.unitTree),
  certificateDesk: () => import('./certificate-desk.ts').then((it) => it.certificateDesk),
  equivalenceDesk: () => import('./equivalence-desk.ts').then((it) => it.equivalenceDesk),
  administration: () => import('./administration.ts').then((it) => it.administration),
  ownAccount: () => import('./own-account.ts').then((it) => it.ownAccount),
  auditTrail: () => import('./audit-trail.ts').then((it) => it.auditTrail),
  closing: () => import('./closing.ts').then((it) => it.closing),
  cases: () => import('./cases.ts').then((it) => it.cases),
  tasks: () => import('./tasks.ts').then((it) => it.tasks),
  obstacles: () => import('./obstacles.ts').then((it) => it.obstacles),
  duplicates: () => import('./duplicates.ts').then((it) => it.duplicates),
} as const;
