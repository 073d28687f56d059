/** A graph of files: each with the files it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

type Walk = { index: Map<string, number>; low: Map<string, number>; stack: string[]; onStack: Set<string>; cycles: string[][] };

const closeComponent = (walk: Walk, node: string, graph: ImportGraph): void => {
  const members = walk.stack.splice(walk.stack.indexOf(node));
  for (const member of members) walk.onStack.delete(member);
  const importsItself = graph.get(node)?.includes(node) ?? false;
  if (members.length > 1 || importsItself) walk.cycles.push(members.toSorted());
};

const lower = (walk: Walk, node: string, value: number): void => {
  walk.low.set(node, Math.min(walk.low.get(node) ?? value, value));
};

const visit = (walk: Walk, node: string, graph: ImportGraph): void => {
  const order = walk.index.size;
  walk.index.set(node, order);
  walk.low.set(node, order);
  walk.stack.push(node);
  walk.onStack.add(node);
  for (const next of graph.get(node) ?? []) {
    if (!walk.index.has(next)) {
      visit(walk, next, graph);
      lower(walk, node, walk.low.get(next) ?? order);
    } else if (walk.onStack.has(next)) lower(walk, node, walk.index.get(next) ?? order);
  }
  if (walk.low.get(node) === order) closeComponent(walk, node, graph);
};

/** The knots of a graph: each a sorted list of files that import one another, directly or around corners (Tarjan). */
export const findCycles = (graph: ImportGraph): string[][] => {
  const walk: Walk = { index: new Map(), low: new Map(), stack: [], onStack: new Set(), cycles: [] };
  for (const node of graph.keys()) if (!walk.index.has(node)) visit(walk, node, graph);
  return walk.cycles;
};
