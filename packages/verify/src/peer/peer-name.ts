import { endsInNumber, hostName, type Mailbox, mailboxOf } from '@quorate/x509';
import { PeerNameError } from './error.ts';
import { ipv4Octets, ipv6Octets } from './ip-address.ts';

/** Whom somebody means to reach: the reference identifier of RFC 9525, 6.1. */
export type PeerName =
  /** Lower case, A-labels, no trailing dot. */
  | { readonly type: 'dns'; readonly name: string }
  /** 4 or 16 octets. */
  | { readonly type: 'ip'; readonly bytes: Uint8Array }
  | { readonly type: 'mail'; readonly mailbox: Mailbox };

const MAX_LENGTH = 320;

/**
 * Reads the name of a peer: a DNS name as A-labels in any case, with or without a trailing dot; an IPv4 address as four
 * decimal numbers; an IPv6 address without brackets; or a mail address. A name whose last label is a number is read as
 * an address, so `127.1` and `1.2.3.04` are refused.
 *
 * @throws PeerNameError
 */
export function parsePeerName(text: string): PeerName {
  if (text === '') throw new PeerNameError('empty', text);
  if (text.length > MAX_LENGTH) throw new PeerNameError('too-long', text);
  if (!/^[\0-\x7f]*$/.test(text)) throw new PeerNameError('not-ascii', text);
  if (text.includes('@')) {
    const mailbox = mailboxOf(text);
    if (mailbox === null) throw new PeerNameError('mailbox-invalid', text);
    return { type: 'mail', mailbox };
  }
  if (text.includes('*')) throw new PeerNameError('wildcard', text);
  const bytes = ipv4Octets(text) ?? ipv6Octets(text);
  if (bytes !== null) return { type: 'ip', bytes };
  const name = hostName(text);
  if (/[:[\]%]/.test(text) || (name !== null && endsInNumber(name))) throw new PeerNameError('address-invalid', text);
  if (name === null) throw new PeerNameError('dns-name-invalid', text);
  return { type: 'dns', name };
}
