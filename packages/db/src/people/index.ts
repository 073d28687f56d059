export * from './find-person.ts';
export { peopleBelow, peopleInside, personInside, unitOfPerson } from './inside.ts';
