/** What differs between two versions of a plan. Sections and fields are named as in the file where they have no word here. */
export const planChanges = {
  none: 'Hai phiên bản giống nhau.',
  count_other: '{{count, number}} khác biệt.',
  element: '{{section}} “{{title}}” ({{id}})',
  elementNoTitle: '{{section}} {{id}}',
  added: '+ {{element}}: thêm mới',
  removed: '- {{element}}: bỏ',
  moved: '~ {{element}}: chuyển từ thứ {{from}} sang thứ {{to}}',
  changed: '~ {{element}}: {{field}}: {{before}} → {{after}}',
  filled: '~ {{element}}: {{field}}: thêm {{after}}',
  emptied: '~ {{element}}: {{field}}: bỏ {{before}}',
  quoted: '“{{text}}”',
  yes: 'có',
  no: 'không',
} as const;
