const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const AUTHORITY = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?([^/?#:@]*)(?::[0-9]*)?(?:[/?#]|$)/;

/**
 * A host name in the preferred syntax of RFC 1034, 3.5 as RFC 1123, 2.1 changed it: labels of 1 to 63 letters, digits
 * and hyphens that neither start nor end with a hyphen, at most 253 characters. An internationalized name has it as
 * A-labels (RFC 5280, 7.2).
 *
 * @returns the name in lower case, without a trailing dot, or `null` when the text is no such name. An address written
 * with dots is one by this syntax: see {@link endsInNumber}.
 */
export function hostName(text: string): string | null {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  if (name.length > 253) return null;
  return HOST.test(name) ? name.toLowerCase() : null;
}

/** Whether the last label is a number, decimal or 0x: then the name is an address or none, and no domain (RFC 3696, 2). */
export function endsInNumber(host: string): boolean {
  return /^(?:[0-9]+|0x[0-9a-f]*)$/.test(host.slice(host.lastIndexOf('.') + 1));
}

/** A mailbox (RFC 5321, 4.1.2) that is at a host with a name. */
export interface Mailbox {
  /** Letter case counts (RFC 5280, 7.5). A quoted string stands here without its quotation marks and backslashes. */
  readonly local: string;
  /** In lower case. */
  readonly host: string;
}

/** Far above the 320 octets of a mailbox (RFC 5321, 4.5.3.1) and the URIs in use: what is longer is refused unread. */
const MAX_MAILBOX = 1024;
const MAX_URI = 8192;

/** The mailbox that a text of at most 1,024 characters is, or `null` when it is none, or one at an address in place of a host. */
export function mailboxOf(text: string): Mailbox | null {
  if (text.length > MAX_MAILBOX) return null;
  const at = text.lastIndexOf('@');
  const host = at === -1 || text.endsWith('.') ? null : hostName(text.slice(at + 1));
  if (host === null || endsInNumber(host)) return null;
  const local = text.slice(0, at);
  if (ATOMS.test(local)) return { local, host };
  return QUOTED.test(local) ? { local: local.slice(1, -1).replace(/\\(.)/g, '$1'), host } : null;
}

/**
 * The host of a URI (RFC 3986, 3.2.2) when it is a fully qualified domain name: in lower case, without a trailing dot.
 * `null` when the URI has no authority, its host is an address, its authority has a character that none has, or it is
 * longer than 8,192 characters.
 */
export function uriHost(uri: string): string | null {
  if (uri.length > MAX_URI) return null;
  const host = hostName(AUTHORITY.exec(uri)?.[1] ?? '');
  return host === null || endsInNumber(host) ? null : host;
}
