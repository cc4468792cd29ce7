/** Why a text is not the name of a peer. */
export type PeerNameErrorCode =
  /** No text at all. */
  | 'empty'
  /** More than 320 characters: 64, an `@` and 255 (RFC 5321, 4.5.3.1). */
  | 'too-long'
  /** Characters that are not ASCII: an internationalized name is given as A-labels, `xn--...` (RFC 9525, 6.1). */
  | 'not-ascii'
  /** An asterisk: certificates have wildcards, the name of a peer has none. */
  | 'wildcard'
  /** Looks like an address and is none; brackets, ports and zones are not part of one. */
  | 'address-invalid'
  /** Has an `@` and is no mailbox at a named host (RFC 5321, 4.1.2). */
  | 'mailbox-invalid'
  /** Labels that are not letters, digits and hyphens, or too long (RFC 1123, 2.1). */
  | 'dns-name-invalid';

const WHAT: Readonly<Record<PeerNameErrorCode, string>> = {
  empty: 'no name',
  'too-long': 'longer than any name is',
  'not-ascii': 'not ASCII: give its A-labels, which start with `xn--`',
  wildcard: 'a wildcard: give the one name that the peer is reached by',
  'address-invalid': 'not an IP address: give it without brackets, port and zone',
  'mailbox-invalid': 'not a mail address at a named host',
  'dns-name-invalid': 'not a DNS name: labels are letters, digits and hyphens',
};

/** A text that is not the name of a peer. */
export class PeerNameError extends Error {
  override readonly name = 'PeerNameError';
  readonly code: PeerNameErrorCode;
  /** The text that was given. */
  readonly text: string;

  constructor(code: PeerNameErrorCode, text: string) {
    super(`peer name \`${text.length > 100 ? `${text.slice(0, 100)}...` : text}\`: ${WHAT[code]}`);
    this.code = code;
    this.text = text;
  }
}
