import { sameBytes } from '@quorate/der';
import { type GeneralName, hostName, mailboxOf } from '@quorate/x509';
import type { PeerName } from './peer-name.ts';

/** Whether a certificate is the peer's, by its names. */
export type PeerMatch =
  /** The name of subjectAltName that is the peer's. */
  | { readonly matched: true; readonly name: GeneralName }
  | {
      readonly matched: false;
      readonly reason: /** The certificate has no subjectAltName. */
        | 'no-alt-names'
        /** It has, and no name in it is of the peer's type. */
        | 'no-name-of-type'
        /** It has names of that type, and they are others'. */
        | 'other-names';
      /** The names of that type, as they stand in the certificate. */
      readonly names: readonly GeneralName[];
    };

const TYPES: Readonly<Record<PeerName['type'], GeneralName['type']>> = {
  dns: 'dNSName',
  ip: 'iPAddress',
  mail: 'rfc822Name',
};

/**
 * Whether subjectAltName has the name of the peer (RFC 9525, 6). The subject is never looked at.
 *
 * - A DNS name equals a dNSName without regard to ASCII case. A wildcard stands for exactly one label, and only where it
 *   is the whole first label with a name behind it (6.3); how many labels that name must have is not decided here. A
 *   dNSName that is not in the preferred name syntax (RFC 5280, 4.2.1.6), so also one with a trailing dot, is nobody's.
 * - An IP address equals an iPAddress octet for octet (6.4); an IPv4 address and the IPv6 address that maps it differ.
 * - A mail address equals an rfc822Name in its local part exactly and in its host without regard to case (RFC 5280, 7.5).
 *
 * @param altNames the names of subjectAltName, or `null` when there is no such extension
 */
export function matchesPeerName(altNames: readonly GeneralName[] | null, peer: PeerName): PeerMatch {
  if (altNames === null) return { matched: false, reason: 'no-alt-names', names: [] };
  const name = altNames.find((each) => isPeer(each, peer));
  if (name !== undefined) return { matched: true, name };
  const names = altNames.filter(({ type }) => type === TYPES[peer.type]);
  return { matched: false, reason: names.length === 0 ? 'no-name-of-type' : 'other-names', names };
}

function isPeer(name: GeneralName, peer: PeerName): boolean {
  switch (peer.type) {
    case 'dns':
      return name.type === 'dNSName' && isDnsName(name.value, peer.name);
    case 'ip':
      return name.type === 'iPAddress' && sameBytes(name.bytes, peer.bytes);
    case 'mail': {
      const mailbox = name.type === 'rfc822Name' ? mailboxOf(name.value) : null;
      return mailbox !== null && mailbox.local === peer.mailbox.local && mailbox.host === peer.mailbox.host;
    }
  }
}

function isDnsName(presented: string, host: string): boolean {
  if (presented.endsWith('.')) return false;
  if (!presented.startsWith('*.')) return hostName(presented) === host;
  const dot = host.indexOf('.');
  return dot !== -1 && hostName(presented.slice(2)) === host.slice(dot + 1);
}
