import { type CertificateExtensions, generalNameText } from '@quorate/x509';
import { displayGeneralName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import { matchesPeerName, type PeerMatch } from '../peer/match-peer-name.ts';
import type { PeerName } from '../peer/peer-name.ts';
import { placeOf } from './check-certificate.ts';
import type { Member } from './member.ts';

/** As many names of the certificate as a person reads. */
const LISTED = 5;

/** The name of a peer for people. */
export function peerText(peer: PeerName): string {
  switch (peer.type) {
    case 'dns':
      return peer.name;
    case 'ip':
      return generalNameText({ type: 'iPAddress', bytes: peer.bytes }).replace('iPAddress ', '');
    case 'mail':
      return `${peer.mailbox.local}@${peer.mailbox.host}`;
  }
}

/** Why the target is not the peer's (RFC 9525, 6). */
export function peerFault(member: Member, { subjectAltName }: CertificateExtensions, peer: PeerName): Fault | null {
  const match = matchesPeerName(subjectAltName?.names ?? null, peer);
  if (match.matched) return null;
  return {
    id: 'path.peer-name',
    where: 'extensions.subjectAltName',
    message: `it does not name ${peerText(peer)}: ${whyNot(match)}`,
    expected: peerText(peer),
    actual: match.names.slice(0, LISTED).map(displayGeneralName).join(', ') || 'no such name',
    reference: 'RFC 9525 6',
    object: member.object,
    ...placeOf(member, '2.5.29.17'),
    action: 'check whom you meant to reach; this certificate was issued to somebody else',
  };
}

function whyNot({ reason, names }: Extract<PeerMatch, { matched: false }>): string {
  switch (reason) {
    case 'no-alt-names':
      return 'it has no subjectAltName, and the common name is not looked at';
    case 'no-name-of-type':
      return 'its subjectAltName has no name of that kind';
    case 'other-names':
      return `it has ${names.length === 1 ? 'another name' : `${names.length} other names`} of that kind`;
  }
}
