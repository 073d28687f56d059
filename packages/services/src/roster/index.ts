export * from './workbook/index.ts';
