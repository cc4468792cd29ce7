import { DerReader } from '@quorate/der';
import type { GeneralName } from '../general-name.ts';
import { broadNameKeys, type NameKeys, nameKeys } from './compare.ts';
import { hostName, mailboxOf, uriHost } from './internet-name.ts';

/** The types of names that constraints are applied to here; for others RFC 5280, 4.2.1.10 says to refuse. */
export function isSupported(type: GeneralName['type']): boolean {
  switch (type) {
    case 'directoryName':
    case 'dNSName':
    case 'iPAddress':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return true;
    default:
      return false;
  }
}

/** A name that constraints apply to, read. */
export type ConstrainedName =
  | { readonly kind: 'host'; readonly host: string; readonly wildcard: boolean }
  | { readonly kind: 'mailbox'; readonly local: string; readonly host: string }
  | { readonly kind: 'address'; readonly address: Uint8Array }
  | { readonly kind: 'directory'; readonly keys: NameKeys; readonly broadKeys: NameKeys };

/** Reads a name, or gives `null` when it has not the syntax that RFC 5280, 4.2.1.6 and 4.2.1.10 ask of it. */
export function readConstrainedName(name: GeneralName): ConstrainedName | null {
  switch (name.type) {
    case 'directoryName':
      return { kind: 'directory', keys: nameKeys(name.name), broadKeys: broadNameKeys(name.name) };
    case 'iPAddress':
      return { kind: 'address', address: name.bytes };
    case 'dNSName':
      return dnsName(name.value);
    case 'rfc822Name': {
      const mailbox = mailboxOf(name.value);
      return mailbox === null ? null : { kind: 'mailbox', ...mailbox };
    }
    case 'uniformResourceIdentifier': {
      const host = uriHost(name.value);
      return host === null ? null : { kind: 'host', host, wildcard: false };
    }
    default:
      return null;
  }
}

/** A wildcard is the whole first label; with the empty name it is the root of all names. */
function dnsName(value: string): ConstrainedName | null {
  if (value === '' || value === '.') return { kind: 'host', host: '', wildcard: false };
  const wildcard = value.startsWith('*.');
  const host = hostName(wildcard ? value.slice(2) : value);
  return host === null ? null : { kind: 'host', host, wildcard };
}

/** id-on-SmtpUTF8Mailbox (RFC 9598, 3). */
const SMTP_UTF8_MAILBOX = '1.3.6.1.5.5.7.8.9';

/** Whether a name is a mail address with other characters than ASCII, which mail constraints apply to (RFC 9598, 6). */
export function isSmtpUtf8Mailbox(name: GeneralName): boolean {
  if (name.type !== 'otherName') return false;
  const reader = DerReader.of(name.bytes);
  return reader.inside(reader.element()).oid() === SMTP_UTF8_MAILBOX;
}
