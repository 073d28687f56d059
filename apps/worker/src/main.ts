import { handlersOf } from './handlers/index.ts';
import { runAsChild } from './run-as-child.ts';

runAsChild(handlersOf);
