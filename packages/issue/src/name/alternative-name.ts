import { DerError, Tag, walkDer } from '@quorate/der';
import { endsInNumber } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { isAscii, isOid, quoted } from '../text.ts';
import type { AlternativeName } from './name-types.ts';

/** The reader of certificates takes names as many as fit its bound of bytes; a request of ten thousand is an attack. */
const MAX_NAMES = 1000;
const MAX_CHARACTERS = 2048;

const DNS_LABELS = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
/**
 * A DNS name in preferred syntax (RFC 1034, 3.5, as RFC 1123, 2.1 changed it: labels may begin with a digit, but a last one
 * that is a number makes an address of it).
 */
const HOST = new RegExp(`^${DNS_LABELS}$`);
/** The same, the leftmost label `*` allowed. */
const DNS_NAME = new RegExp(`^(?:\\*\\.)?${DNS_LABELS}$`);
const MAX_DNS_NAME = 253;

/** A local part of dot-separated atoms (RFC 5321, 4.1.2; quoted strings are not taken) and a domain. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const MAX_LOCAL_PART = 64;

/** An absolute URI (RFC 3986): a scheme, and characters that a URI may have. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/** The types of names, in the order of their tags. */
export const alternativeNameTypes: readonly AlternativeName['type'][] = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
];

/**
 * Checks a list of names (RFC 5280, 4.2.1.6). The names inside a directoryName are checked where they are encoded. What a
 * name points to is not looked into.
 *
 * @throws IssueError `alternative-name-invalid`
 */
export function demandAlternativeNames(names: readonly AlternativeName[], path: string): void {
  demandNumber(names, path);
  names.forEach((name, i) => {
    demandAlternativeName(name, `${path}[${i}]`);
  });
}

/**
 * Checks the bases of name constraints (RFC 5280, 4.2.1.10): a dNSName is a host and no wildcard, an rfc822Name a
 * mailbox, a host or a domain with a leading dot, a URI a host or a domain with a leading dot; an empty dNSName, rfc822Name
 * or directoryName stands for all; an address comes with a contiguous mask and has no bits beyond it.
 *
 * @throws IssueError `alternative-name-invalid`
 */
export function demandConstraintBases(bases: readonly AlternativeName[], path: string): void {
  demandNumber(bases, path);
  bases.forEach((base, i) => {
    demandBase(base, `${path}[${i}]`);
  });
}

function demandNumber(names: readonly AlternativeName[], path: string): void {
  if (names.length > 0 && names.length <= MAX_NAMES) return;
  const [expected, actual] = [`1 to ${MAX_NAMES} names, or no such extension`, `${names.length}`];
  throw new IssueError('alternative-name-invalid', { path, expected, actual });
}

/** @throws IssueError `alternative-name-invalid` */
export function demandAlternativeName(name: AlternativeName, path: string): void {
  switch (name.type) {
    case 'dNSName':
      demandText(
        name.value,
        isDnsName,
        'a DNS name in ASCII, its labels as `xn--…` where they are not, no address',
        path,
      );
      break;
    case 'rfc822Name':
      demandText(name.value, isMailbox, 'a mail address, `local-part@domain` in ASCII', path);
      break;
    case 'uniformResourceIdentifier':
      demandText(name.value, (text) => URI.test(text), 'an absolute URI in ASCII', path);
      break;
    case 'iPAddress':
      if (name.bytes.length !== 4 && name.bytes.length !== 16) {
        refuse(`${path}.bytes`, '4 or 16 octets', `${name.bytes.length}`);
      }
      break;
    case 'directoryName':
      if (name.name.length === 0) refuse(`${path}.name`, 'at least one attribute', 'none');
      break;
    default:
      demandOther(name, path);
  }
}

function demandBase(base: AlternativeName, path: string): void {
  switch (base.type) {
    case 'dNSName':
      demandText(base.value, (text) => text === '' || isHost(text), 'a host name without wildcard', path);
      break;
    case 'rfc822Name': {
      const valid = (text: string): boolean => text === '' || isMailbox(text) || isHostOrDomain(text);
      demandText(base.value, valid, 'a mail address, a host, or a domain with a leading dot', path);
      break;
    }
    case 'uniformResourceIdentifier':
      demandText(base.value, isHostOrDomain, 'a host, or a domain with a leading dot', path);
      break;
    case 'iPAddress':
      if (!isSubnet(base.bytes)) {
        refuse(`${path}.bytes`, 'an address and a mask of as many octets, no bits beyond it', 'something else');
      }
      break;
    case 'directoryName':
      break;
    default:
      demandOther(base, path);
  }
}

type OtherName = Extract<
  AlternativeName,
  { readonly type: 'registeredID' | 'otherName' | 'x400Address' | 'ediPartyName' }
>;

function demandOther(name: OtherName, path: string): void {
  switch (name.type) {
    case 'registeredID':
      demandOid(name.oid, `${path}.oid`);
      break;
    case 'otherName':
      demandOid(name.oid, `${path}.oid`);
      demandDer(name.der, null, `${path}.der`);
      break;
    case 'x400Address':
    case 'ediPartyName':
      demandDer(name.der, Tag.SEQUENCE, `${path}.der`);
      break;
    default: {
      const expected = `one of ${alternativeNameTypes.join(', ')}`;
      refuse(`${path}.type`, expected, quoted(String((name as { type: unknown }).type)));
    }
  }
}

function demandText(text: string, valid: (text: string) => boolean, expected: string, path: string): void {
  if (typeof text === 'string' && text.length <= MAX_CHARACTERS && isAscii(text) && valid(text)) return;
  refuse(`${path}.value`, expected, quoted(String(text)));
}

function demandOid(oid: string, path: string): void {
  if (!isOid(oid)) refuse(path, 'an object identifier', quoted(oid));
}

function demandDer(der: Uint8Array, tag: number | null, path: string): void {
  const expected = tag === null ? 'one element of strict DER' : 'a SEQUENCE in strict DER';
  try {
    walkDer(der);
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new IssueError('alternative-name-invalid', { path, expected, cause });
  }
  if (tag !== null && der[0] !== tag) refuse(path, expected, 'another type');
}

function refuse(path: string, expected: string, actual: string): never {
  throw new IssueError('alternative-name-invalid', { path, expected, actual });
}

/** Whether a text is an absolute URI of at most 2048 characters, in ASCII (RFC 3986). */
export function isUri(text: string): boolean {
  return typeof text === 'string' && text.length <= MAX_CHARACTERS && URI.test(text);
}

function isDnsName(text: string): boolean {
  return text.length <= MAX_DNS_NAME && DNS_NAME.test(text) && !endsInNumber(text.toLowerCase());
}

function isHost(text: string): boolean {
  return text.length <= MAX_DNS_NAME && HOST.test(text) && !endsInNumber(text.toLowerCase());
}

function isHostOrDomain(text: string): boolean {
  return isHost(text.startsWith('.') ? text.slice(1) : text);
}

function isMailbox(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  return local.length <= MAX_LOCAL_PART && LOCAL_PART.test(local) && isHost(domain);
}

/** An address and a mask whose ones all stand before its zeros, the address without bits beyond the mask (RFC 4632). */
function isSubnet(bytes: Uint8Array): boolean {
  if (bytes.length !== 8 && bytes.length !== 32) return false;
  const size = bytes.length / 2;
  const [address, mask] = [bytes.subarray(0, size), bytes.subarray(size)];
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('');
  return !bits.includes('01') && address.every((octet, i) => (octet & ~(mask[i] as number)) === 0);
}
