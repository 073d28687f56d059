/** Refusals about how files that are not the template are read. */
export const layoutRefusals = {
  'needs-layout': 'The file is not the template, and no layout was saved for its headings. See what is proposed with roster layout propose, then import with --layout or --accept-proposal.',
  'layout-does-not-fit': 'This layout does not fit the file: no sheet has its headings. Choose another, or see what is proposed for this file.',
  'layout-sheet-changed': 'This layout does not fit the sheet “{{sheet}}” any more: its headings have changed. See what is proposed for this file.',
  'layout-column-missing': 'The sheet “{{sheet}}” has no column “{{column}}”, which the layout reads. Add the column again, or change the layout.',
  'layout-reads-nothing': 'This layout reads no sheet; choose one at least.',
  'layout-incomplete': 'Sheet “{{sheet}}”: nothing is said of the required column {{columns, list}}; choose a column of the file, or write a value for all rows.',
  'layout-unknown-column': 'Sheet “{{sheet}}”: the template has no column “{{column}}”; delete or rename it in the layout.',
  'layout-heading-missing': 'Sheet “{{sheet}}”: the layout reads the column “{{column}}”, which is not among the headings that it lists; correct one of the two.',
  'layout-name-taken': 'There is another layout called “{{name}}”; choose another name.',
  'unknown-layout': 'There is no layout “{{layout}}”; see roster layout list.',
  'layout-not-yours': 'Somebody else saved this layout; he may change or delete it, and who imports for the whole province.',
  'layout-not-in-form': 'The file of the layout is not in the right form; correct the places named.',
  'import-not-waiting-for-layout': 'This import is not waiting for a layout (it is {{state}}); see how it stands.',
  'file-is-the-template': 'The file is the template and needs no layout; just import it.',
} as const;
