import { parseSync } from 'oxc-parser';
import type { SourceFile } from './workspace.ts';

/** A node of the syntax tree (ESTree with TypeScript's nodes): its type, its place, and fields by its type. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const parsed = new WeakMap<SourceFile, SyntaxNode>();

/** The syntax tree of a file. @throws Error if the file is not TypeScript */
export function syntaxOf(file: SourceFile): SyntaxNode {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file.path, file.text);
  const first = errors[0];
  if (first !== undefined) throw new Error(`${file.path}: ${first.message}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${file.path}: the parser gave no tree`);
  parsed.set(file, tree);
  return tree;
}

/** The nodes directly below a node, in the order of its fields. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Calls `visit` for a node and all below it, parents first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

/** A field that holds a node, or `null`. */
export function nodeField(node: SyntaxNode, field: string): SyntaxNode | null {
  const value = node[field];
  return isNode(value) ? value : null;
}

/** A field that holds a list of nodes; empty if it does not. */
export function listField(node: SyntaxNode, field: string): SyntaxNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier, or the value of a string literal, or `null`. */
export function nameOf(node: SyntaxNode | null): string | null {
  if (node === null) return null;
  if (node.type === 'Identifier' && typeof node['name'] === 'string') return node['name'];
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
}

/** A place in a file: `path:line`. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;
}
