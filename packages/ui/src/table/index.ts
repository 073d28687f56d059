export { DataTable, type TableColumn, type TableSort } from './data-table.tsx';
export { PagedTable } from './paged-table.tsx';
export { useVirtualRows } from './virtual-rows.ts';
