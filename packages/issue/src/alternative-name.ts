import { IssueError } from './error.ts';
import type { AlternativeName } from './profile.ts';
import { isAscii, isOid, quoted } from './text.ts';

/** The reader of certificates takes names as many as fit its bound of bytes; a request of ten thousand is an attack. */
const MAX_NAMES = 1000;
const MAX_CHARACTERS = 2048;

/** A DNS name in preferred syntax (RFC 1034, 3.5, as RFC 1123, 2.1 changed it), the leftmost label `*` allowed. */
const DNS_NAME =
  /^(?:\*\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const MAX_DNS_NAME = 253;

/** A local part of dot-separated atoms (RFC 5321, 4.1.2; quoted strings are not taken) and a domain. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const MAX_LOCAL_PART = 64;

/** An absolute URI (RFC 3986): a scheme, and characters that a URI may have. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/**
 * Checks the names of a subjectAltName (RFC 5280, 4.2.1.6). The names inside a directoryName are checked where they are
 * encoded. What a name points to is not looked into.
 *
 * @throws IssueError `alternative-name-invalid`
 */
export function demandAlternativeNames(names: readonly AlternativeName[], path: string): void {
  if (names.length === 0 || names.length > MAX_NAMES) {
    const [expected, actual] = [`1 to ${MAX_NAMES} names, or no such extension`, `${names.length}`];
    throw new IssueError('alternative-name-invalid', { path, expected, actual });
  }
  names.forEach((name, i) => {
    demandName(name, `${path}[${i}]`);
  });
}

function demandName(name: AlternativeName, path: string): void {
  switch (name.type) {
    case 'dNSName':
      demandText(name.value, isDnsName, 'a DNS name', path);
      break;
    case 'rfc822Name':
      demandText(name.value, isMailbox, 'a mail address, `local-part@domain` in ASCII', path);
      break;
    case 'uniformResourceIdentifier':
      demandText(name.value, (text) => URI.test(text), 'an absolute URI in ASCII', path);
      break;
    case 'iPAddress':
      if (name.bytes.length !== 4 && name.bytes.length !== 16) {
        const [expected, actual] = ['4 or 16 octets', `${name.bytes.length}`];
        throw new IssueError('alternative-name-invalid', { path: `${path}.bytes`, expected, actual });
      }
      break;
    case 'directoryName':
      if (name.name.length === 0) {
        const expected = 'at least one attribute';
        throw new IssueError('alternative-name-invalid', { path: `${path}.name`, expected, actual: 'none' });
      }
      break;
    case 'registeredID':
      if (!isOid(name.oid)) {
        const expected = 'an object identifier';
        throw new IssueError('alternative-name-invalid', { path: `${path}.oid`, expected, actual: quoted(name.oid) });
      }
      break;
    default:
      throw new IssueError('alternative-name-invalid', {
        path: `${path}.type`,
        expected: 'dNSName, rfc822Name, uniformResourceIdentifier, iPAddress, directoryName or registeredID',
        actual: quoted(String((name as { type: unknown }).type)),
      });
  }
}

function demandText(text: string, valid: (text: string) => boolean, expected: string, path: string): void {
  if (text.length <= MAX_CHARACTERS && isAscii(text) && valid(text)) return;
  throw new IssueError('alternative-name-invalid', { path: `${path}.value`, expected, actual: quoted(text) });
}

function isDnsName(text: string): boolean {
  return text.length <= MAX_DNS_NAME && DNS_NAME.test(text);
}

function isMailbox(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  return local.length <= MAX_LOCAL_PART && LOCAL_PART.test(local) && isDnsName(domain) && !domain.startsWith('*');
}
