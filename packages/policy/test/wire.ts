import type { JsonValue, XmlElement } from '@quorate/syntax';

/** A member of nested JSON objects. */
export function member(value: JsonValue, ...names: readonly string[]): JsonValue {
  return names.reduce<JsonValue>((at, name) => {
    const next = (at as Record<string, JsonValue>)[name];
    if (next === undefined) throw new Error(`no member ${name}`);
    return next;
  }, value);
}

/** The first child of a name. */
export function child(element: XmlElement, name: string): XmlElement {
  const found = element.children.find((it) => it.name === name);
  if (found === undefined) throw new Error(`no element ${name}`);
  return found;
}
