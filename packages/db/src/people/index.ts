export * from './find-person.ts';
export { peopleInside, unitOfPerson } from './inside.ts';
