import { type XmlElement, XmlError } from './xml.ts';

/**
 * Demands that an element has no other children than those named, and of those not in `repeated` one at most.
 *
 * @throws XmlError `unexpected-element`
 */
export function onlyChildren(element: XmlElement, names: readonly string[], repeated: readonly string[] = []): void {
  const seen = new Set<string>();
  for (const child of element.children) {
    const { name, line } = child;
    if (repeated.includes(name)) continue;
    if (!names.includes(name) || seen.has(name)) {
      throw new XmlError('unexpected-element', { line, path: element.path, actual: name });
    }
    seen.add(name);
  }
  if (element.children.length === 0 && /[^ \t\r\n]/.test(element.text)) {
    throw new XmlError('unexpected-element', { line: element.line, path: element.path, actual: 'text' });
  }
}

/**
 * Demands that an element has no other attributes than those named.
 *
 * @throws XmlError `unexpected-element`
 */
export function onlyAttributes(element: XmlElement, names: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!names.includes(name)) {
      throw new XmlError('unexpected-element', { line: element.line, path: element.path, actual: `@${name}` });
    }
  }
}

/** The children of one name, in order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/**
 * The only child of one name, or `null` when there is none.
 *
 * @throws XmlError `unexpected-element` when there are several
 */
export function optionalChild(element: XmlElement, name: string): XmlElement | null {
  const [first, second] = childrenOf(element, name);
  if (second !== undefined) {
    throw new XmlError('unexpected-element', { line: second.line, path: element.path, actual: name });
  }
  return first ?? null;
}

/**
 * The only child of one name.
 *
 * @throws XmlError `element-missing`, `unexpected-element`
 */
export function requiredChild(element: XmlElement, name: string): XmlElement {
  const child = optionalChild(element, name);
  if (child === null) {
    throw new XmlError('element-missing', { line: element.line, path: element.path, expected: `\`${name}\`` });
  }
  return child;
}

/**
 * The text of an element that holds no elements.
 *
 * @throws XmlError `unexpected-element`
 */
export function textOf(element: XmlElement): string {
  const [child] = element.children;
  if (child !== undefined) {
    throw new XmlError('unexpected-element', { line: child.line, path: element.path, actual: child.name });
  }
  return element.text;
}

/**
 * The text of an element, converted.
 *
 * @param convert gives `null` when the text is not what is expected
 * @param expected what is, in words
 * @throws XmlError `value-invalid`, `unexpected-element`
 */
export function convertText<T>(element: XmlElement, convert: (text: string) => T | null, expected: string): T {
  const text = textOf(element);
  const value = convert(text);
  if (value !== null) return value;
  const actual = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  throw new XmlError('value-invalid', { line: element.line, path: element.path, expected, actual });
}
