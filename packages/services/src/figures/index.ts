export { askFigures, askRehearsal, type TookTooLong } from './ask-figures.ts';
export { createFigures, type Figures, type FiguresLimits } from './figures.ts';
