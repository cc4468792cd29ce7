import { hexOf, sameBytes } from '@quorate/der';
import { X509Error } from '@quorate/x509';
import type { Member } from './member.ts';
import type { Anchor } from './trust-anchor.ts';

/** Who may have issued a certificate: an anchor, or a certificate of the pool. */
export type Issuer =
  | { readonly type: 'anchor'; readonly anchor: Anchor }
  | { readonly type: 'member'; readonly member: Member };

/** Anchors and intermediates by the name that they issue under. The order in which they were given does not matter. */
export class Pool {
  readonly #anchors: Map<string, Anchor[]> = new Map();
  readonly #members: Map<string, Member[]> = new Map();
  readonly #named: Map<string, readonly Member[]> = new Map();
  readonly #issuers: Map<string, readonly Issuer[]> = new Map();
  readonly #time: number;

  constructor(anchors: readonly Anchor[], members: readonly Member[], time: number) {
    this.#time = time;
    for (const anchor of anchors) append(this.#anchors, anchor.nameKey, anchor);
    for (const member of members) append(this.#members, member.subjectKey, member);
  }

  /**
   * The certificates of the pool with this subject, each once: those first that are valid at the time, among them those
   * that are not self-issued, those that began last, those that end last. What is left is decided by SHA-256.
   */
  named(subjectKey: string): readonly Member[] {
    let named = this.#named.get(subjectKey);
    if (named === undefined) {
      named = sortedOnce(this.#members.get(subjectKey) ?? [], this.#time);
      this.#named.set(subjectKey, named);
    }
    return named;
  }

  /**
   * Who bears the name of a certificate's issuer, the most promising first: anchors; then those whose key identifier is
   * the one that the certificate asks for, those of which nothing can be said, those with another; among them in the
   * order of `named`. Sorted once for each name, or 1,000 CAs of one name would be sorted 1,000 times.
   */
  issuersOf(member: Member): readonly Issuer[] {
    let issuers = this.#issuers.get(member.issuerKey);
    if (issuers === undefined) {
      issuers = [
        ...sortedAnchors(this.#anchors.get(member.issuerKey) ?? [], this.#time),
        ...this.named(member.issuerKey).map((its): Issuer => ({ type: 'member', member: its })),
      ];
      this.#issuers.set(member.issuerKey, issuers);
    }
    const asked = keyIdentifierOf(member, 'authorityKeyIdentifier');
    return asked === null || issuers.length < 2 ? issuers : byKeyIdentifier(issuers, asked);
  }
}

/** First the anchors that are a name and a key. */
function sortedAnchors(anchors: readonly Anchor[], time: number): Issuer[] {
  if (anchors.length < 2) return anchors.map((anchor) => ({ type: 'anchor', anchor }));
  const keys = new Map<string, Anchor>();
  const certificates = new Map<Member, Anchor>();
  for (const anchor of anchors) {
    if (anchor.member === null) keys.set(hexOf(anchor.publicKey), anchor);
    else certificates.set(anchor.member, anchor);
  }
  const first = [...keys].sort(([a], [b]) => compareText(a, b)).map(([, anchor]) => anchor);
  const second = sortedOnce([...certificates.keys()], time).map((member) => certificates.get(member) as Anchor);
  return [...first, ...second].map((anchor): Issuer => ({ type: 'anchor', anchor }));
}

/** In the order that it has, but for what the key identifier asked for says of each. */
function byKeyIdentifier(issuers: readonly Issuer[], asked: Uint8Array): readonly Issuer[] {
  const anchors: [Issuer[], Issuer[], Issuer[]] = [[], [], []];
  const members: [Issuer[], Issuer[], Issuer[]] = [[], [], []];
  const keys: Issuer[] = [];
  for (const issuer of issuers) {
    const its = issuer.type === 'anchor' ? issuer.anchor.member : issuer.member;
    if (its === null) keys.push(issuer);
    else (issuer.type === 'anchor' ? anchors : members)[keyIdentifierRank(asked, its)].push(issuer);
  }
  return [...keys, ...anchors.flat(), ...members.flat()];
}

/** 0 when the key identifier is that of the candidate, 1 when it has none, 2 when it has another. */
function keyIdentifierRank(asked: Uint8Array, candidate: Member): 0 | 1 | 2 {
  const has = keyIdentifierOf(candidate, 'subjectKeyIdentifier');
  if (has === null) return 1;
  return sameBytes(asked, has) ? 0 : 2;
}

function keyIdentifierOf(
  { extensions }: Member,
  which: 'authorityKeyIdentifier' | 'subjectKeyIdentifier',
): Uint8Array | null {
  return extensions instanceof X509Error ? null : (extensions[which]?.keyIdentifier ?? null);
}

/** Sorted, and without copies. */
function sortedOnce(members: readonly Member[], time: number): readonly Member[] {
  if (members.length < 2) return members;
  const once = [...new Map(members.map((member) => [member.sha256, member])).values()];
  return once.sort((a, b) => {
    const [x, y] = [a.certificate, b.certificate];
    return (
      Number(isInvalid(a, time)) - Number(isInvalid(b, time)) ||
      Number(a.selfIssued) - Number(b.selfIssued) ||
      y.notBefore.seconds - x.notBefore.seconds ||
      y.notAfter.seconds - x.notAfter.seconds ||
      compareText(a.sha256, b.sha256)
    );
  });
}

function isInvalid({ certificate }: Member, time: number): boolean {
  return time < certificate.notBefore.seconds || certificate.notAfter.seconds < time;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
