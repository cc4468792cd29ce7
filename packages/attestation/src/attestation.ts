import { type Policy, PolicyError, readPolicyXml } from '@quorate/policy';
import {
  Base64Error,
  convertText,
  decodeBase64,
  decodeUtf8,
  onlyAttributes,
  onlyChildren,
  optionalChild,
  parseIsoTime,
  parseXml,
  requiredChild,
  Utf8Error,
  type XmlElement,
  XmlError,
} from '@quorate/syntax';
import { AttestationError } from './error.ts';
import { type KeyAttributes, readKeyAttributes, type UnknownElement } from './key-attributes.ts';

/** What an HSM states about a key (SKA.md 6.2). Nothing in it is to be believed before its signature is checked. */
export interface Attestation {
  /** The exact bytes, which the HSM's signature covers. */
  readonly bytes: Uint8Array;
  /** `imported` alone does not prove that the key came from outside: derived children carry it too (SKA.md 6.2). */
  readonly creation: 'generated' | 'imported';
  /** Whether the key is kept outside the HSM, encrypted. */
  readonly external: boolean;
  readonly uuid: string | null;
  readonly label: string;
  /** Seconds since 1970-01-01T00:00:00Z, as the next one. */
  readonly createTime: number;
  readonly attestTime: number;
  /** How often the key was used, for persistent keys. */
  readonly keyUseCount: number | null;
  /** For instance `RSA`, `EC`, `ED`. */
  readonly algorithm: string;
  /** Dotted text. */
  readonly algorithmOid: string;
  readonly curveOid: string | null;
  /** Bits. */
  readonly keySize: number | null;
  /** SubjectPublicKeyInfo of the key: the root's own child, never an approver's. */
  readonly publicKey: Uint8Array;
  /** What children of the key derive from, with its scheme, for instance `ADA/SLIP-10`. */
  readonly derivation: { readonly type: string | null; readonly value: string } | null;
  readonly address: { readonly format: string | null; readonly value: string } | null;
  readonly attributes: KeyAttributes;
  /** `null` for a key without a policy: not an SKA key. */
  readonly policy: Policy | null;
  /** Elements that this version does not know. */
  readonly unknown: readonly UnknownElement[];
}

const MAX_BYTES: number = 1024 * 1024;
const KNOWN = [
  'uuid',
  'label',
  'create_time',
  'attest_time',
  'key_use_count',
  'algorithm',
  'algorithm_oid',
  'curve_oid',
  'key_size',
  'public_key',
  'derivation_value',
  'address_truncated',
  'attributes',
  'policy',
];

/**
 * Reads the XML that an HSM signs about a key: bounded, no document type, entities, processing instructions or
 * comments, no element twice, policy complete. Elements it does not know are kept in `unknown`, outside the policy only.
 *
 * @param bytes the file as it came, at most 1 MiB; the two line feeds at its end belong to it
 * @throws AttestationError
 */
export function parseAttestation(bytes: Uint8Array): Attestation {
  if (bytes.length > MAX_BYTES) throw new AttestationError('input-too-large', { limit: MAX_BYTES });
  try {
    return readRoot(bytes, parseXml(decodeUtf8(bytes)));
  } catch (cause) {
    throw wrap(cause);
  }
}

function wrap(cause: unknown): unknown {
  if (cause instanceof Utf8Error) return new AttestationError('not-utf-8', { cause });
  if (cause instanceof PolicyError) {
    const { path, line } = cause;
    return new AttestationError('policy-invalid', line === undefined ? { path, cause } : { path, line, cause });
  }
  if (!(cause instanceof XmlError)) return cause;
  const { path, line } = cause;
  if (path === undefined) return new AttestationError('not-xml', { line, cause });
  return new AttestationError('structure-invalid', { path, line, cause });
}

function readRoot(bytes: Uint8Array, root: XmlElement): Attestation {
  if (root.name !== 'private_key') {
    throw new XmlError('unexpected-element', {
      line: root.line,
      path: root.path,
      expected: '`private_key`',
      actual: root.name,
    });
  }
  onlyAttributes(root, ['creation', 'storage']);
  onlyChildren(root, [...new Set(root.children.map((child) => child.name))]);
  const unknown: UnknownElement[] = root.children
    .filter((child) => !KNOWN.includes(child.name))
    .map((child) => ({ path: child.path, text: child.text }));
  const policy = optionalChild(root, 'policy');
  return {
    bytes,
    creation: oneOf(root, 'creation', ['generated', 'imported']) as 'generated' | 'imported',
    external: root.attributes.has('storage') && oneOf(root, 'storage', ['external']) === 'external',
    uuid: optional(root, 'uuid', (text) => (/^[0-9A-F]{8}(-[0-9A-F]{8}){3}$/i.test(text) ? text : null), 'a key id'),
    label: requiredText(root, 'label'),
    createTime: requiredValue(root, 'create_time', utcTime, 'a time in UTC'),
    attestTime: requiredValue(root, 'attest_time', utcTime, 'a time in UTC'),
    keyUseCount: optional(root, 'key_use_count', count, 'a count'),
    algorithm: requiredText(root, 'algorithm'),
    algorithmOid: requiredValue(root, 'algorithm_oid', oid, 'an object identifier'),
    curveOid: optional(root, 'curve_oid', nonEmpty, 'a curve'),
    keySize: optional(root, 'key_size', count, 'a number of bits'),
    publicKey: requiredValue(root, 'public_key', base64, 'base64 of a public key'),
    derivation: typed(root, 'derivation_value', 'type', (type, value) => ({ type, value })),
    address: typed(root, 'address_truncated', 'format', (format, value) => ({ format, value })),
    attributes: readKeyAttributes(requiredChild(root, 'attributes'), unknown),
    policy: policy === null ? null : readPolicyXml(policy),
    unknown,
  };
}

function oneOf(element: XmlElement, attribute: string, values: readonly string[]): string {
  const actual = element.attributes.get(attribute);
  if (actual !== undefined && values.includes(actual)) return actual;
  const expected = `@${attribute} ${values.map((value) => `\`${value}\``).join(' or ')}`;
  const { line, path } = element;
  throw new XmlError(
    'value-invalid',
    actual === undefined ? { line, path, expected } : { line, path, expected, actual },
  );
}

function optional<T>(root: XmlElement, name: string, convert: (text: string) => T | null, expected: string): T | null {
  const element = optionalChild(root, name);
  if (element === null) return null;
  onlyAttributes(element, []);
  return convertText(element, convert, expected);
}

function requiredValue<T>(root: XmlElement, name: string, convert: (text: string) => T | null, expected: string): T {
  const element = requiredChild(root, name);
  onlyAttributes(element, []);
  return convertText(element, convert, expected);
}

function requiredText(root: XmlElement, name: string): string {
  return requiredValue(root, name, nonEmpty, 'text');
}

function typed<T>(
  root: XmlElement,
  name: string,
  attribute: string,
  make: (type: string | null, value: string) => T,
): T | null {
  const element = optionalChild(root, name);
  if (element === null) return null;
  onlyAttributes(element, [attribute]);
  return make(element.attributes.get(attribute) ?? null, convertText(element, nonEmpty, 'text'));
}

function nonEmpty(text: string): string | null {
  return text === '' ? null : text;
}

function utcTime(text: string): number | null {
  return text.endsWith('Z') ? parseIsoTime(text) : null;
}

function count(text: string): number | null {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null;
}

function oid(text: string): string | null {
  return /^[0-2](\.(0|[1-9]\d*))+$/.test(text) ? text : null;
}

function base64(text: string): Uint8Array | null {
  try {
    return text === '' ? null : decodeBase64(text);
  } catch (error) {
    if (error instanceof Base64Error) return null;
    throw error;
  }
}
