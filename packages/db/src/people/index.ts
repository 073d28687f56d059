export { careerOf, type CareerRows, differingRows, saveCareer, withRowIds } from './career.ts';
export * from './find-person.ts';
export { peopleIdsInside, unitOfPerson } from './inside.ts';
export { type ListedPeople, type ListedPerson, listPeople, type NamePlace, type PeopleQuestion } from './list-people.ts';
export type { PeopleFilter } from './people-filter.ts';
export { fileOfUser, type FiledCertificate, type FiledPost, type PersonFile, personFile } from './person-file.ts';
export { findPlace, holdsUnit, type KnownPlace, type Place } from './places.ts';
export { exchangeNumbers } from './second-numbers.ts';
export { hasFile, type HeldPerson, holderOfIdNumber, type Identity, insertPerson, isTaken, lockPerson, savePerson, saveUser } from './save-person.ts';
