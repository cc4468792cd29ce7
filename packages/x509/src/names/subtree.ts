import type { GeneralName } from '../general-name.ts';
import { broadNameKeys, nameKeys } from './compare.ts';
import { endsInNumber, hostName, mailboxOf } from './internet-name.ts';

/** Which list of name constraints a subtree stands in. What is not clear is read against the certificate in both. */
export type Side = 'permitted' | 'excluded';

/** The base of a subtree, read. */
export type Subtree = { readonly base: GeneralName } & (
  | { readonly kind: 'everything' | 'nothing' }
  /** Hosts: the one named, those below it, or both. */
  | { readonly kind: 'host'; readonly host: string; readonly self: boolean; readonly below: boolean }
  | { readonly kind: 'mailbox'; readonly local: string; readonly host: string }
  | { readonly kind: 'subnet'; readonly address: Uint8Array; readonly mask: Uint8Array }
  | { readonly kind: 'directory'; readonly key: string }
);

/** Subtrees of one type, in the order of the extension. */
export interface SubtreeList {
  readonly subtrees: readonly Subtree[];
  /** Those of directory names by their keys: how many there are does not matter for finding one. */
  readonly directories: ReadonlyMap<string, Subtree>;
}

/** Reads a base (RFC 5280, 4.2.1.10). */
export function readSubtree(base: GeneralName, side: Side): Subtree {
  switch (base.type) {
    case 'directoryName':
      return {
        base,
        kind: 'directory',
        key: (side === 'excluded' ? broadNameKeys(base.name) : nameKeys(base.name)).whole,
      };
    case 'iPAddress': {
      const half = base.bytes.length / 2;
      return { base, kind: 'subnet', address: base.bytes.subarray(0, half), mask: base.bytes.subarray(half) };
    }
    case 'dNSName':
      return { base, ...dnsSubtree(base.value, side) };
    case 'rfc822Name': {
      const mailbox = mailboxOf(base.value);
      return { base, ...(mailbox === null ? hostSubtree(base.value, side) : { kind: 'mailbox', ...mailbox }) };
    }
    case 'uniformResourceIdentifier':
      return { base, ...hostSubtree(base.value, side) };
    default:
      return { base, ...illFormed(side) };
  }
}

type Reading<T> = T extends { readonly base: GeneralName } ? Omit<T, 'base'> : never;
type SubtreeReading = Reading<Subtree>;

/** Zero or more labels before the name. RFC 5280 gives a leading dot no meaning here, others give it two. */
function dnsSubtree(value: string, side: Side): SubtreeReading {
  if (value === '') return { kind: 'everything' };
  const text = side === 'excluded' && value.startsWith('.') ? value.slice(1) : value;
  if (text === '') return { kind: 'everything' };
  const host = hostName(text);
  return host === null ? illFormed(side) : { kind: 'host', host, self: true, below: true };
}

/** In mail and URI constraints: a host, or with a leading dot what is below it. */
function hostSubtree(value: string, side: Side): SubtreeReading {
  if (value === '') return { kind: 'everything' };
  const below = value.startsWith('.');
  const host = hostName(below ? value.slice(1) : value);
  return host === null || endsInNumber(host) ? illFormed(side) : { kind: 'host', host, self: !below, below };
}

function illFormed(side: Side): SubtreeReading {
  return { kind: side === 'excluded' ? 'everything' : 'nothing' };
}
