import { CryptoError } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { X509Error } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { authorityFault, certificateFault, extensionsFault, keyFault } from './check-certificate.ts';
import { depthFault, pathLenFault, signatureFault } from './check-link.ts';
import type { Member } from './member.ts';
import { noIssuerFault } from './no-issuer-fault.ts';
import type { Issuer, Pool } from './pool.ts';
import type { Anchor } from './trust-anchor.ts';
import { type ValidatedCertificate, type ValidationSettings, validatePath } from './validate.ts';

/** How a search is made, beside the validation of what it finds. */
export interface SearchSettings extends ValidationSettings {
  /** What no path may contain. */
  readonly refused: (member: Member) => Fault | null;
  /** A demand on CAs that RFC 5280 does not make; `null` when it is met. */
  readonly demanded: (member: Member) => Fault | null;
  /** The last word on a path that is valid otherwise: why it is none, and which certificate that is about. */
  readonly accept: (path: ValidPath) => { readonly at: Member; readonly fault: Fault } | null;
}

/** A valid path. */
export interface ValidPath {
  readonly anchor: Anchor;
  /** From the one that the anchor issued to the target. */
  readonly certificates: readonly ValidatedCertificate[];
  readonly policies: readonly string[];
}

/** A path that broke. */
export interface BrokenPath {
  /** From the target upward, as far as it went; the last one or the one that the fault names is where it broke. */
  readonly members: readonly Member[];
  /** The anchor that it reached, or `null`. */
  readonly anchor: Anchor | null;
  readonly at: Member;
  /** 3: it reached an anchor; 2: it broke at a certificate that signed the one below; 1: at a signature; 0: nobody above. */
  readonly use: 0 | 1 | 2 | 3;
  readonly fault: () => Fault;
}

export interface SearchResult {
  readonly found: ValidPath | null;
  /** The first thousand, the most useful first. */
  readonly broken: readonly BrokenPath[];
}

const MAX_BROKEN = 1000;

interface Frame {
  readonly member: Member;
  readonly issuers: readonly Issuer[];
  next: number;
  /** Certificates between the target and the one above this, self-issued ones not counted. */
  readonly between: number;
  /** Whether an issuer was looked at that is not already in the path. */
  tried: boolean;
}

/** Looks for a valid path from the target to an anchor, depth first, and goes back where one breaks. */
export function searchPath(target: Member, pool: Pool, settings: SearchSettings): SearchResult {
  const search = new Search(target, pool, settings);
  const found = search.run();
  const broken = search.broken
    .map((path, order) => ({ path, order }))
    .sort((a, b) => b.path.use - a.path.use || b.path.members.length - a.path.members.length || a.order - b.order);
  return { found, broken: broken.map(({ path }) => path) };
}

class Search {
  readonly broken: BrokenPath[] = [];
  readonly #pool: Pool;
  readonly #settings: SearchSettings;
  readonly #frames: Frame[] = [];
  /** Which of the path's certificates have a subject, without the target. */
  readonly #inPath: Map<string, Member[]> = new Map();
  readonly #caFaults: Map<Member, (() => Fault) | null> = new Map();
  readonly #target: Member;

  constructor(target: Member, pool: Pool, settings: SearchSettings) {
    this.#target = target;
    this.#pool = pool;
    this.#settings = settings;
    this.#frames.push({ member: target, issuers: pool.issuersOf(target), next: 0, between: 0, tried: false });
  }

  run(): ValidPath | null {
    const { budget } = this.#settings;
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const issuer = frame.issuers[frame.next++];
      if (issuer === undefined) {
        if (!frame.tried) this.#break(0, null, frame.member, () => noIssuerFault(frame.member, this.#pool));
        this.#pop();
        continue;
      }
      if (!budget.spend('pathSteps')) return null;
      if (issuer.type === 'member') this.#climb(frame, issuer.member);
      else {
        frame.tried = true;
        const found = this.#arrive(issuer.anchor);
        if (found !== null) return found;
      }
      if (budget.exhausted !== null) return null;
    }
    return null;
  }

  /** Goes on to a certificate of the pool, unless it cannot be part of a path here. */
  #climb(frame: Frame, member: Member): void {
    if (this.#contains(member)) return;
    frame.tried = true;
    const fault = this.#caFault(member) ?? this.#lengthFault(frame, member);
    if (fault !== null) {
      this.#break(2, null, member, fault, member);
      return;
    }
    const link = this.#linkFault(frame.member, member);
    if (link !== null) this.#break(1, null, frame.member, link, member);
    else this.#push(frame, member);
  }

  /** Validates the path that ends at this anchor. */
  #arrive(anchor: Anchor): ValidPath | null {
    const fault = anchor.fault ?? this.#anchorFault(anchor);
    const top = this.#frames.at(-1)?.member ?? this.#target;
    if (fault !== null) {
      this.#break(2, anchor, top, () => fault);
      return null;
    }
    if (!this.#settings.budget.spend('paths')) return null;
    const path = this.#frames.map(({ member }) => member).reverse();
    const validation = validatePath(anchor, path, this.#settings);
    if (!validation.valid) {
      const wrongKey = validation.fault.id === 'path.signature' && validation.at === top;
      this.#break(wrongKey ? 1 : 3, anchor, validation.at, () => validation.fault);
      return null;
    }
    const found = { anchor, certificates: validation.certificates, policies: validation.policies };
    const objection = this.#settings.accept(found);
    if (objection === null) {
      // What was accepted when the budget had run out was not looked at to the end.
      return this.#settings.budget.exhausted === null ? found : null;
    }
    this.#break(3, anchor, objection.at, () => objection.fault);
    return null;
  }

  /** The demand on CAs binds an anchor whose own constraints were asked for. */
  #anchorFault({ member, constraints }: Anchor): Fault | null {
    return member === null || constraints === null ? null : this.#settings.demanded(member);
  }

  /** What is wrong with a certificate as a CA, wherever it stands. */
  #caFault(member: Member): (() => Fault) | null {
    let known = this.#caFaults.get(member);
    if (known === undefined) {
      const fault = this.#readCaFault(member);
      known = fault === null ? null : () => fault;
      this.#caFaults.set(member, known);
    }
    return known;
  }

  #readCaFault(member: Member): Fault | null {
    const { extensions } = member;
    if (extensions instanceof X509Error) return extensionsFault(member, extensions);
    return (
      this.#settings.refused(member) ??
      authorityFault(member, extensions) ??
      certificateFault(member, this.#settings.time) ??
      this.#settings.demanded(member) ??
      this.#keyFault(member)
    );
  }

  /** To find that a DSA key is one, or that a key is none, takes as long as a signature check, and is paid for as one. */
  #keyFault(member: Member): Fault | null {
    const { key } = member;
    const refused = key instanceof CryptoError;
    const costly = refused ? key.code === 'key-invalid' : key.type === 'dsa' && key.parameters !== null;
    if (costly) this.#settings.budget.spend('signatureChecks');
    return refused ? keyFault(member, key) : null;
  }

  /** RFC 5280, 6.1.4 (l) and (m), seen from below. */
  #lengthFault({ between: below }: Frame, member: Member): (() => Fault) | null {
    const { extensions } = member;
    const pathLen = extensions instanceof X509Error ? null : (extensions.basicConstraints?.pathLen ?? null);
    if (pathLen !== null && below > pathLen) return () => pathLenFault(member, pathLen, below);
    const tooMany = below + (member.selfIssued ? 0 : 1) > this.#settings.maxDepth;
    return tooMany ? () => depthFault(member) : null;
  }

  #linkFault(member: Member, issuer: Member): (() => Fault) | null {
    if (issuer.key instanceof CryptoError) return null;
    const { signatureAlgorithm, tbs, signature } = member.certificate;
    const answer = this.#settings.signatures.verify(signatureAlgorithm, issuer.key, tbs, signature);
    if (answer.valid) return null;
    const { reason } = answer;
    const inherits = issuer.key.type === 'dsa' && issuer.key.parameters === null && reason === 'key-parameters';
    if (!inherits) return () => signatureFault(member, issuer, reason);
    // The parameters of a DSA key are those of a key further up: the validation of the whole path decides. It is paid
    // for as a check all the same, or such certificates would make paths of any length.
    if (this.#settings.budget.spend('signatureChecks')) return null;
    return () => signatureFault(member, issuer, 'budget');
  }

  /**
   * Whether a name with this key is in the path already: what lies between could be left out (RFC 4158, 2.4.2), but for
   * policies that it maps. The target cannot be left out, so it stands in the way of itself alone.
   */
  #contains(member: Member): boolean {
    if (sameBytes(member.certificate.bytes, this.#target.certificate.bytes)) return true;
    const same = this.#inPath.get(member.subjectKey);
    return same?.some((other) => sameBytes(other.certificate.publicKey, member.certificate.publicKey)) ?? false;
  }

  #push(below: Frame, member: Member): void {
    const between = below.between + (member.selfIssued ? 0 : 1);
    this.#frames.push({ member, issuers: this.#pool.issuersOf(member), next: 0, between, tried: false });
    const same = this.#inPath.get(member.subjectKey);
    if (same === undefined) this.#inPath.set(member.subjectKey, [member]);
    else same.push(member);
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (frame !== undefined && this.#frames.length > 0) this.#inPath.get(frame.member.subjectKey)?.pop();
  }

  #break(use: BrokenPath['use'], anchor: Anchor | null, at: Member, fault: () => Fault, above?: Member): void {
    if (this.broken.length >= MAX_BROKEN) return;
    const members = this.#frames.map(({ member }) => member);
    if (above !== undefined) members.push(above);
    this.broken.push({ members, anchor, at, use, fault });
  }
}
