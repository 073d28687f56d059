export { createClient, type ClientOptions } from './create-client.ts';
export type { AnswerOf, AskOptions, Client, DoneOf, InputOf, OperationId, Refusal } from './types.ts';
export { UndeclaredAnswer } from './undeclared-answer.ts';
