import { convertText, onlyAttributes, onlyChildren, optionalChild, type XmlElement } from '@quorate/syntax';

/** The flags an HSM states of a key (SKA.md 2.4, 6.2), by the names it writes. `null`: the element is not there. */
export interface KeyAttributes {
  readonly decrypt: boolean | null;
  readonly sign: boolean | null;
  readonly eka_sign: boolean | null;
  readonly unwrap: boolean | null;
  readonly derive: boolean | null;
  readonly sensitive: boolean | null;
  readonly always_sensitive: boolean | null;
  readonly extractable: boolean | null;
  readonly never_extractable: boolean | null;
  readonly modifiable: boolean | null;
  readonly copyable: boolean | null;
  readonly destroyable: boolean | null;
  readonly unique: boolean | null;
}

/** The name of one flag. */
export type KeyAttributeName = keyof KeyAttributes;

/** The names of the flags, in the order in which an HSM writes them. */
export const KEY_ATTRIBUTE_NAMES: readonly KeyAttributeName[] = [
  'decrypt',
  'sign',
  'eka_sign',
  'unwrap',
  'derive',
  'sensitive',
  'always_sensitive',
  'extractable',
  'never_extractable',
  'modifiable',
  'copyable',
  'destroyable',
  'unique',
];

/** An element that this version does not know: kept, so that nobody believes it was read. */
export interface UnknownElement {
  readonly path: string;
  readonly text: string;
}

/** Reads the `attributes` element; flags it does not know go to `unknown`. */
export function readKeyAttributes(element: XmlElement, unknown: UnknownElement[]): KeyAttributes {
  onlyAttributes(element, []);
  const names: readonly string[] = KEY_ATTRIBUTE_NAMES;
  onlyChildren(element, [...new Set(element.children.map((child) => child.name))]);
  for (const child of element.children) {
    if (!names.includes(child.name)) unknown.push({ path: child.path, text: child.text });
  }
  const flags = KEY_ATTRIBUTE_NAMES.map((name) => [name, readFlag(element, name)] as const);
  return Object.fromEntries(flags) as unknown as KeyAttributes;
}

function readFlag(parent: XmlElement, name: string): boolean | null {
  const element = optionalChild(parent, name);
  if (element === null) return null;
  onlyAttributes(element, []);
  return convertText(element, booleanOf, '`true` or `false`');
}

function booleanOf(text: string): boolean | null {
  if (text === 'true') return true;
  return text === 'false' ? false : null;
}
