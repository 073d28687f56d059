/** The server answered with what its contract does not know: another version of it, or something between that answers in its place. */
export class UndeclaredAnswer extends Error {
  readonly operation: string;
  readonly status: number;

  constructor(operation: string, status: number) {
    super(`${operation}: the answer ${status} is not declared in the contract.`);
    this.name = 'UndeclaredAnswer';
    this.operation = operation;
    this.status = status;
  }
}
