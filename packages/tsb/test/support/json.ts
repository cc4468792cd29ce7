import { type JsonValue, parseJson } from '@quorate/syntax';
import { TsbError } from '../../src/index.ts';

/** JSON that may be changed freely. */
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** A JSON text as a fresh value. */
export function json(text: string): { [member: string]: Json } {
  return JSON.parse(text) as { [member: string]: Json };
}

/** A value as the strict reader of this project gives it. */
export function strict(value: unknown): JsonValue {
  return parseJson(JSON.stringify(value));
}

/** The object inside a member. */
export function inside(value: Json, ...path: readonly string[]): { [member: string]: Json } {
  let current = value as { [member: string]: Json };
  for (const name of path) current = current[name] as { [member: string]: Json };
  return current;
}

/** A body with members of one of its objects set, or (`undefined`) left out. */
export function changed(text: string, path: readonly string[], members: Readonly<Record<string, unknown>>): JsonValue {
  const body = json(text);
  const target = inside(body, ...path) as Record<string, unknown>;
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete target[name];
    else target[name] = value;
  }
  return strict(body);
}

/** The TsbError that a call ends in; anything else is thrown on. */
export function refusal(call: () => unknown): TsbError {
  try {
    call();
  } catch (cause) {
    if (cause instanceof TsbError) return cause;
    throw cause;
  }
  throw new Error('nothing was refused');
}
