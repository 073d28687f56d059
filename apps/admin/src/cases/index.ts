export { called } from './called.ts';
export { CaseDue } from './case-due.tsx';
export { CaseMoves } from './case-moves.tsx';
export { CasePanel } from './case-panel.tsx';
export { Covers } from './covers.tsx';
export { MoveDialog } from './move-dialog.tsx';
export { sharedMoves, type SharedMove } from './offered.ts';
export { caseQuery, takeMove } from './queries.ts';
