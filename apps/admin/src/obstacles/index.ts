export { RelatedObstacles } from './related-obstacles.tsx';
