export { DataTable, type TableColumn, type TableSort } from './data-table.tsx';
