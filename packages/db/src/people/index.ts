export * from './find-person.ts';
export { peopleBelow, unitOfPerson } from './inside.ts';
