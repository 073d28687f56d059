export * from './find-person.ts';
export { peopleInside, personInside, unitOfPerson } from './inside.ts';
