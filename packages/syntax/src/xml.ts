import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { excerpt } from './excerpt.ts';

/** Why a text is not the XML that is read here. */
export type XmlErrorCode =
  /** Not well-formed XML 1.0, or in another encoding than UTF-8. */
  | 'not-xml'
  /** A document type declaration: the door to entities. */
  | 'doctype'
  /** A processing instruction. */
  | 'processing-instruction'
  /** A comment or a CDATA section: two readers could see different text. */
  | 'comment'
  /** Text beside elements in one parent. */
  | 'mixed-content'
  /** An element or attribute that has no place there, or twice; `path` says where, `actual` which. */
  | 'unexpected-element'
  /** An element or attribute that must be there; `path` says where, `expected` which. */
  | 'element-missing'
  /** Text that is not what the element holds; `path` says where. */
  | 'value-invalid'
  /** Deeper nesting, more elements or more characters than `limit`. */
  | 'limit-exceeded';

export interface XmlErrorFacts {
  /** Counts from 1. */
  readonly line: number;
  readonly path?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly limit?: number;
  readonly cause?: unknown;
}

/** XML that is ill-formed, uses what is refused here, or has another structure than expected. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly code: XmlErrorCode;
  readonly line: number;
  readonly path: string | undefined;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly limit: number | undefined;

  constructor(code: XmlErrorCode, facts: XmlErrorFacts) {
    let text = `${code === 'not-xml' ? 'not XML' : code.replaceAll('-', ' ')} at line ${facts.line}`;
    if (facts.path !== undefined) text += ` in \`${excerpt(facts.path, 200)}\``;
    if (facts.expected !== undefined) text += `, expected ${facts.expected}`;
    if (facts.actual !== undefined) text += `, found \`${excerpt(facts.actual, 100)}\``;
    if (facts.limit !== undefined) text += `, the limit is ${facts.limit}`;
    super(text, { cause: facts.cause });
    this.code = code;
    this.line = facts.line;
    this.path = facts.path;
    this.expected = facts.expected;
    this.actual = facts.actual;
    this.limit = facts.limit;
  }
}

/** One element: attributes, and either elements or text inside. */
export interface XmlElement {
  readonly name: string;
  /** Element names from the root, joined by `/`, with `[n]` behind the n-th of several (from 1). */
  readonly path: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text inside, references resolved; white space between elements does not count. */
  readonly text: string;
}

const MAX_DEPTH = 16;
const MAX_ELEMENTS = 100_000;
const MAX_CHARACTERS = 4 * 1024 * 1024;

interface OpenElement {
  name: string;
  path: string;
  line: number;
  attributes: Map<string, string>;
  children: XmlElement[];
  counts: Map<string, number>;
  text: string;
}

/**
 * The root element of an XML text. Refused besides ill-formed text: document types, entities other than the five
 * predefined, processing instructions, comments, CDATA, XML 1.1, mixed content. At most 16 levels, 100,000 elements,
 * 4 Mi characters.
 *
 * @throws XmlError
 */
export function parseXml(text: string): XmlElement {
  if (text.length > MAX_CHARACTERS) throw new XmlError('limit-exceeded', { line: 1, limit: MAX_CHARACTERS });
  const parser = new SaxesParser({ xmlns: false });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const refuse = (code: XmlErrorCode, facts: Partial<XmlErrorFacts> = {}): never => {
    throw new XmlError(code, { line: parser.line, ...facts });
  };
  parser.on('error', (cause) => refuse('not-xml', { cause }));
  parser.on('xmldecl', (declaration) => {
    const encoding = declaration.encoding ?? 'UTF-8';
    if (declaration.version !== '1.0' || encoding.toUpperCase() !== 'UTF-8') refuse('not-xml');
  });
  parser.on('doctype', () => refuse('doctype'));
  parser.on('processinginstruction', () => refuse('processing-instruction'));
  parser.on('comment', () => refuse('comment'));
  parser.on('cdata', () => refuse('comment'));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (open.length === MAX_DEPTH) refuse('limit-exceeded', { limit: MAX_DEPTH });
    if (++elements > MAX_ELEMENTS) refuse('limit-exceeded', { limit: MAX_ELEMENTS });
    const parent = open.at(-1);
    const nth = (parent?.counts.get(tag.name) ?? 0) + 1;
    parent?.counts.set(tag.name, nth);
    const step = nth === 1 ? tag.name : `${tag.name}[${nth}]`;
    open.push({
      name: tag.name,
      path: parent === undefined ? step : `${parent.path}/${step}`,
      line: parser.line,
      attributes: new Map(Object.entries(tag.attributes)),
      children: [],
      counts: new Map(),
      text: '',
    });
  });
  parser.on('text', (piece) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += piece;
  });
  parser.on('closetag', () => {
    const { counts: _, ...element } = open.pop() as OpenElement;
    if (element.children.length > 0) {
      if (/[^ \t\r\n]/.test(element.text)) refuse('mixed-content', { path: element.path });
      element.text = '';
    }
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.write(text).close();
  return root ?? refuse('not-xml');
}
