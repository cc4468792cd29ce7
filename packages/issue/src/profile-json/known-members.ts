import { joinPath } from '@quorate/syntax';
import type { GenericSchema } from 'valibot';
import { IssueError } from '../error.ts';
import { nearest } from '../nearest.ts';
import { isPlain } from '../plain-copy.ts';
import { quoted } from '../text.ts';

/** What of a valibot schema says where members stand. */
interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly key?: string;
  readonly pipe?: readonly Node[];
}

/**
 * Refuses members that a shape does not have, with the nearest name that it has there, and objects of other kinds than
 * JSON's. Of what has not the shape otherwise nothing is said: that is for the reader. It goes no deeper than the shape.
 *
 * @throws IssueError `profile-malformed`
 */
export function demandKnownMembers(schema: GenericSchema, value: unknown, path = ''): void {
  visit(schema as unknown as Node, value, path);
}

function visit(node: Node, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  switch (node.type) {
    case 'strict_object':
      visitMembers(node.entries ?? {}, value, path);
      break;
    case 'array':
      if (Array.isArray(value) && node.item !== undefined) {
        for (const [i, item] of value.entries()) visit(node.item, item, joinPath(path, i));
      }
      break;
    case 'nullable':
    case 'exact_optional':
      if (node.wrapped !== undefined) visit(node.wrapped, value, path);
      break;
    case 'variant':
      visitVariant(node, value, path);
      break;
    case 'union':
      // Here unions have one option that is an object or a list, the others being text and numbers.
      for (const option of (node.options ?? []) as Node[]) visit(option, value, path);
  }
}

function visitMembers(entries: Readonly<Record<string, Node>>, value: object, path: string): void {
  if (Object.prototype.toString.call(value) !== '[object Object]' || !isPlain(value)) {
    const actual = Array.isArray(value) ? 'an array' : 'an object of another kind';
    throw new IssueError('profile-malformed', { path, expected: 'an object', actual });
  }
  for (const [name, member] of Object.entries(value)) {
    const node = Object.hasOwn(entries, name) ? entries[name] : undefined;
    const place = joinPath(path, name.length > 64 ? `${name.slice(0, 64)}…` : name);
    if (node !== undefined) visit(node, member, place);
    else throw new IssueError('profile-malformed', { path: place, ...unknownMember(name, Object.keys(entries)) });
  }
}

function unknownMember(name: string, known: readonly string[]): { readonly expected: string; readonly actual: string } {
  const near = nearest(name, known);
  const listed = known.length <= 12 ? `one of ${known.join(', ')}` : 'a member that profiles have';
  return { expected: near === null ? listed : `\`${near}\`, perhaps`, actual: quoted(name) };
}

function visitVariant(node: Node, value: object, path: string): void {
  const key = node.key ?? 'type';
  const kind: unknown = (value as Readonly<Record<string, unknown>>)[key];
  const options = (node.options ?? []) as Node[];
  const kinds = options.map((option) => option.entries?.[key]?.options ?? []);
  const option = options[kinds.findIndex((list) => list.includes(kind))];
  if (option !== undefined) {
    visit(option, value, path);
    return;
  }
  if (typeof kind !== 'string' || Object.prototype.toString.call(value) !== '[object Object]') return;
  const known = kinds.flat().map(String);
  throw new IssueError('profile-malformed', { path: joinPath(path, key), ...unknownMember(kind, known) });
}
