import type { z } from 'zod';
import type { Problem, ProblemCode } from '../problems/index.ts';
import type { Definitions } from './definitions.ts';

/** The name of an operation: its `operationId` in the OpenAPI document. */
export type OperationId = keyof Definitions;

type RouteOf<Id extends OperationId> = Definitions[Id];

type RequestOf<Route> = Route extends { request: infer Request } ? Request : unknown;

type PartOf<Route, Part extends string> = RequestOf<Route> extends Readonly<Record<Part, infer Schema extends z.ZodType>> ? z.input<Schema> : unknown;

/** What is read from text on the other side may be given as what it is read as. */
type AsText<Fields> = { [Name in keyof Fields]: unknown extends Fields[Name] ? string | number | boolean | undefined : Fields[Name] };

type BodyOf<Route> =
  RequestOf<Route> extends { body: { content: infer Content } }
    ? Content extends { 'application/json': { schema: infer Schema extends z.ZodType } }
      ? z.input<Schema>
      : FormData | Blob | Uint8Array<ArrayBuffer> | string
    : unknown;

/** A part of a request: left out where there is none, and optional where all of it is. */
type Part<Name extends string, Value> = unknown extends Value ? unknown : Partial<Value> extends Value ? { [Key in Name]?: Value } : { [Key in Name]: Value };

type Simple<Type> = { [Key in keyof Type]: Type[Key] };

type WithGiven<Params, Given extends string> = unknown extends Params ? unknown : Simple<Omit<Params, Given> & Partial<Pick<Params, Given & keyof Params>>>;

/** What an operation is asked with. `Given`: the parameters of the path that the client fills in itself. */
export type InputOf<Id extends OperationId, Given extends string = never> = Simple<
  Part<'params', WithGiven<PartOf<RouteOf<Id>, 'params'>, Given>> &
    Part<'query', AsText<PartOf<RouteOf<Id>, 'query'>> extends infer Query ? (unknown extends PartOf<RouteOf<Id>, 'query'> ? unknown : Query) : never> &
    Part<'headers', PartOf<RouteOf<Id>, 'headers'>> &
    Part<'body', BodyOf<RouteOf<Id>>>
>;

type ResponsesOf<Id extends OperationId> = RouteOf<Id> extends { responses: infer Responses } ? Responses : never;

type AnswerBody<Answer> = Answer extends { content: infer Content } ? (Content extends { 'application/json': { schema: infer Schema extends z.ZodType } } ? z.output<Schema> : Response) : undefined;

/** The answer of an operation that was done: its status, what came, and its headers (`etag`). What is not JSON comes as the response itself. */
export type DoneOf<Id extends OperationId> = {
  [Status in keyof ResponsesOf<Id>]: Status extends number ? (`${Status}` extends `2${string}` ? { ok: true; status: Status; value: AnswerBody<ResponsesOf<Id>[Status]>; headers: Headers } : never) : never;
}[keyof ResponsesOf<Id>];

type RefusedStatus<Id extends OperationId> = { [Status in keyof ResponsesOf<Id>]: Status extends number ? (`${Status}` extends `2${string}` | `3${string}` ? never : Status) : never }[keyof ResponsesOf<Id>];

/** Why an operation was refused: a problem document whose code is one of the contract. */
export type Refusal = Omit<Problem, 'code'> & { code: ProblemCode };

/** What comes of an operation: done, or refused with a reason as a value. */
export type AnswerOf<Id extends OperationId> = DoneOf<Id> | { ok: false; status: RefusedStatus<Id>; failure: Refusal; headers: Headers };

/** What may be said of one request besides its input. */
export type AskOptions = { signal?: AbortSignal | undefined; headers?: Readonly<Record<string, string>> | undefined };

type Ask<Input, Answer> = Partial<Input> extends Input ? (input?: Input, options?: AskOptions) => Promise<Answer> : (input: Input, options?: AskOptions) => Promise<Answer>;

/** The operations of the API as functions. */
export type Client<Given extends string = never> = { readonly [Id in OperationId]: Ask<InputOf<Id, Given>, AnswerOf<Id>> };
