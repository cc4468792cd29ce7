import { CryptoError } from '@quorate/crypto';
import { type CertificateExtensions, certificateExtensions, type Name, nameKey, X509Error } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { checkRevocation } from '../revocation/check-revocation.ts';
import type { RevocationMaterial } from '../revocation/material.ts';
import type { Authority, RevocationStatus } from '../revocation/question.ts';
import { caught, type Member } from './member.ts';
import { Pool } from './pool.ts';
import type { RevocationMode } from './request.ts';
import { type SearchSettings, searchPath, type ValidPath } from './search.ts';
import type { Anchor } from './trust-anchor.ts';
import type { ValidatedCertificate } from './validate.ts';

/** What one certificate's status was found to be. */
export interface CertificateStatus {
  readonly member: Member;
  readonly status: RevocationStatus;
}

/** Judges the revocation of paths, and of the certificates of those who sign CRLs for others. */
export class PathRevocation {
  readonly #mode: Exclude<RevocationMode, 'off'>;
  readonly #material: RevocationMaterial;
  readonly #members: readonly Member[];
  readonly #pools: Map<Anchor, Pool> = new Map();
  readonly #settings: Omit<SearchSettings, 'accept'>;
  readonly #maxAge: number | undefined;
  /** By certificate, anchor, and the certificate of the issuer, which may be the anchor. */
  readonly #statuses: Map<Member, Map<Anchor, Map<Member | Anchor, RevocationStatus>>> = new Map();
  readonly #authorities: Map<Anchor, Map<string, readonly Authority[]>> = new Map();
  /** Whose status is being judged, and between them the signers of CRLs that this is judged by; the innermost last. */
  readonly #judging: Member[] = [];
  /** How many paths were not taken since a certificate that is being judged stands in them. */
  #circles = 0;

  constructor(
    mode: Exclude<RevocationMode, 'off'>,
    material: RevocationMaterial,
    members: readonly Member[],
    settings: Omit<SearchSettings, 'accept'>,
    maxAge: number | undefined,
  ) {
    this.#mode = mode;
    this.#material = material;
    this.#members = members;
    this.#settings = settings;
    this.#maxAge = maxAge;
  }

  /** Why the path must not be used, by the mode; from the anchor down. */
  objection({ anchor, certificates }: ValidPath): { readonly at: Member; readonly fault: Fault } | null {
    for (const [index, certificate] of certificates.entries()) {
      const { member } = certificate;
      const status = this.#statusOf(certificate, certificates[index - 1] ?? null, anchor);
      if (status.status === 'revoked') {
        const { fault } = status;
        return { at: member, fault: { ...fault, message: `${member.name}: ${fault.message}` } };
      }
      if (status.status === 'undetermined' && this.#mode === 'hard')
        return { at: member, fault: undeterminedFault(member, status) };
    }
    return null;
  }

  /** The statuses of a path that there was no objection to. */
  statusesOf({ anchor, certificates }: ValidPath): CertificateStatus[] {
    return certificates.map((certificate, index) => ({
      member: certificate.member,
      status: this.#statusOf(certificate, certificates[index - 1] ?? null, anchor),
    }));
  }

  #statusOf(certificate: ValidatedCertificate, issuer: ValidatedCertificate | null, anchor: Anchor): RevocationStatus {
    const { member } = certificate;
    const known = inside(inside(this.#statuses, member), anchor);
    const by = issuer?.member ?? anchor;
    let status = known.get(by);
    if (status === undefined) {
      status = this.#whileJudging(member, () => this.#judge(certificate, issuer, anchor));
      // What was found while another is being judged may lean on that one being good: it is not kept.
      if (this.#judging.length === 0) known.set(by, status);
    }
    return status;
  }

  #whileJudging<T>(member: Member, judge: () => T): T {
    this.#judging.push(member);
    const answer = judge();
    this.#judging.pop();
    return answer;
  }

  #judge(
    { member, extensions, issuerKey }: ValidatedCertificate,
    issuer: ValidatedCertificate | null,
    anchor: Anchor,
  ): RevocationStatus {
    return checkRevocation({
      certificate: member.certificate,
      extensions,
      issuer: {
        name: issuer?.member.certificate.subject ?? anchor.name,
        nameKey: issuer?.member.subjectKey ?? anchor.nameKey,
        key: issuerKey,
        certificate: issuer?.member.certificate ?? anchor.member?.certificate ?? null,
        extensions: issuer?.extensions ?? extensionsOfAnchor(anchor),
      },
      isCa: extensions.basicConstraints?.ca === true,
      time: this.#settings.time,
      material: this.#material,
      algorithms: member.algorithms,
      ...(this.#maxAge === undefined ? {} : { maxAge: this.#maxAge }),
      verify: (algorithm, key, data, signature) =>
        this.#settings.signatures.verify(algorithm, key, data, signature).valid,
      exhausted: () => this.#settings.budget.exhausted !== null,
      authorities: (name) => this.#authoritiesOf(name, anchor),
    });
  }

  /** RFC 5280, 6.3.3 (f): the path of whoever signs a CRL ends at the same anchor. */
  #authoritiesOf(name: Name, anchor: Anchor): readonly Authority[] {
    const key = nameKey(name);
    const known = inside(this.#authorities, anchor);
    let authorities = known.get(key);
    if (authorities === undefined) {
      const circles = this.#circles;
      authorities = [
        ...(anchor.nameKey === key ? authorityOfAnchor(anchor) : []),
        ...this.#poolOf(anchor)
          .named(key)
          .filter((member) => this.#mayVouch(member, anchor))
          .flatMap(authorityOf),
      ];
      if (this.#judging.length === 1 && this.#circles === circles) known.set(key, authorities);
    }
    return authorities;
  }

  /**
   * A certificate may itself sign the CRL that it is judged by (an indirect CRL that covers its issuer), but nobody else
   * vouches for it whose own path needs it: who has the key of a revoked CA could make a signer of the CRL that clears it.
   */
  #mayVouch(member: Member, anchor: Anchor): boolean {
    if (this.#judging.at(-1)?.tbsSha256 === member.tbsSha256) return true;
    if (this.#isBeingJudged(member)) return false;
    if (this.#judging.length >= MAX_NESTED || this.#settings.refused(member) !== null) return false;
    const accept: SearchSettings['accept'] = (path) => this.#circle(path, member) ?? this.objection(path);
    const search = (): boolean =>
      searchPath(member, this.#poolOf(anchor), { ...this.#settings, accept }).found !== null;
    return this.#whileJudging(member, search);
  }

  #circle({ certificates }: ValidPath, signer: Member): { readonly at: Member; readonly fault: Fault } | null {
    const at = certificates.find(({ member }) => member !== signer && this.#isBeingJudged(member))?.member;
    if (at === undefined) return null;
    this.#circles += 1;
    return { at, fault: CIRCLE };
  }

  #isBeingJudged(member: Member): boolean {
    return this.#judging.some(({ tbsSha256 }) => tbsSha256 === member.tbsSha256);
  }

  #poolOf(anchor: Anchor): Pool {
    let pool = this.#pools.get(anchor);
    if (pool === undefined) {
      pool = new Pool([anchor], this.#members, this.#settings.time);
      this.#pools.set(anchor, pool);
    }
    return pool;
  }
}

/** For the search alone: nobody reads it. */
const CIRCLE: Fault = {
  id: 'revocation.signer',
  where: 'issuer',
  message: 'the signer of the CRL leads to the anchor through a certificate whose status the CRL is to tell',
  reference: 'RFC 5280 6.3.3 (f)',
  action: 'give a CRL whose signer does not depend on the certificate',
};

/** CRL issuers whose status is by CRLs of others, and so on: RFC 5280, 6.3.3 (f) knows no end of it, the stack does. */
const MAX_NESTED = 16;

/** The map inside a map, made when it is first asked for. */
function inside<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

function authorityOf(member: Member): Authority[] {
  const { certificate, extensions, key } = member;
  if (extensions instanceof X509Error || key instanceof CryptoError) return [];
  return [{ certificate, extensions, key }];
}

function authorityOfAnchor(anchor: Anchor): Authority[] {
  const { member, key } = anchor;
  if (member === null || key instanceof CryptoError) return [];
  return [{ certificate: member.certificate, extensions: extensionsOfAnchor(anchor) ?? NO_EXTENSIONS, key }];
}

const KEY_USAGE = '2.5.29.15';
const NO_EXTENSIONS: CertificateExtensions = certificateExtensions({ extensions: [] });

/**
 * What binds an anchor that signs CRLs: what was asked for, else the keyUsage of its certificate alone (RFC 5280, 6.3.3
 * (f)); one that cannot be read allows nothing. `null` for a name and a key.
 */
function extensionsOfAnchor({ member, constraints }: Anchor): CertificateExtensions | null {
  if (constraints !== null || member === null) return constraints;
  const extensions = member.certificate.extensions.filter(({ oid }) => oid === KEY_USAGE);
  const read = caught(X509Error, () => certificateExtensions({ extensions }));
  return read instanceof X509Error
    ? { ...NO_EXTENSIONS, keyUsage: { critical: true, usages: [], unknownBits: [] } }
    : read;
}

/** Nothing says that a certificate is not revoked; what came closest says what to do about it. */
export function undeterminedFault(
  member: Member,
  { faults }: Extract<RevocationStatus, { status: 'undetermined' }>,
): Fault {
  const why = faults.map(({ message }) => message);
  const [first] = faults;
  return {
    id: 'revocation.not-checked',
    where: 'revocation',
    message: `nothing usable says whether it is revoked: ${why.slice(0, 3).join('; ')}`,
    reference: first?.reference ?? 'RFC 5280 6.1.3 (a) (3)',
    object: member.object,
    action: first?.action ?? 'give the newest CRL of its issuer, or an OCSP response for it',
  };
}
