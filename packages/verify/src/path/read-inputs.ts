import { type AlgorithmSupport, digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { parseCertificate, parseName, X509Error } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { caught, Member, memberOf } from './member.ts';
import type { CertificateInput, PathRequest, TrustAnchor } from './request.ts';
import { type Anchor, anchorOfCertificate, anchorOfKey } from './trust-anchor.ts';

/** The certificates of a request, read. */
export interface PathInputs {
  /** `null` when it cannot be read: then `unreadableTarget` says why. */
  readonly target: Member | null;
  readonly unreadableTarget: Fault | null;
  readonly anchors: readonly Anchor[];
  readonly intermediates: readonly Member[];
  /** SHA-256 of the signed part of those that no path may contain. */
  readonly distrusted: ReadonlySet<string>;
  /** Why some of what was given is not used. */
  readonly unusable: readonly Fault[];
}

/** Reads what a request gives. Nothing is thrown for bytes that are no certificate: they are not used, and that is said. */
export function readInputs(request: PathRequest): PathInputs {
  const unusable: Fault[] = [];
  const { algorithms } = request;
  const target = readCertificate(request.target, 'the target', algorithms);
  const distrusted = new Set<string>();
  for (const [index, input] of (request.distrusted ?? []).entries()) {
    const read = readCertificate(input, `distrusted certificate ${index + 1}`, algorithms);
    if (read instanceof Member) distrusted.add(read.tbsSha256);
    else unusable.push(read);
  }
  const intermediates: Member[] = [];
  for (const [index, input] of (request.intermediates ?? []).entries()) {
    const read = readCertificate(input, `intermediate ${index + 1}`, algorithms);
    if (read instanceof Member) intermediates.push(read);
    else unusable.push(read);
  }
  const anchors: Anchor[] = [];
  for (const [index, input] of request.anchors.entries()) {
    const anchor = readAnchor(input, request, `anchor ${index + 1}`);
    if (!('nameKey' in anchor)) unusable.push(anchor);
    else if (!isDistrusted(anchor, distrusted)) anchors.push(anchor);
  }
  const readable = target instanceof Member;
  return {
    target: readable ? target : null,
    unreadableTarget: readable ? null : target,
    anchors,
    intermediates,
    distrusted,
    unusable: byText(unusable),
  };
}

function isDistrusted({ member }: Anchor, distrusted: ReadonlySet<string>): boolean {
  return distrusted.size > 0 && member !== null && distrusted.has(member.tbsSha256);
}

function readAnchor(input: TrustAnchor, request: PathRequest, label: string): Anchor | Fault {
  if (!('name' in input)) {
    const member = readCertificate(input, label, request.algorithms);
    return member instanceof Member ? anchorOfCertificate(member, request.anchorChecks ?? {}, request.time) : member;
  }
  const name = caught(X509Error, () => parseName(input.name));
  if (name instanceof X509Error) return malformedFault(name, input.name, label);
  return anchorOfKey(name, input.publicKey, request);
}

/** @param ordinal what it is called unless it has a label of its own */
function readCertificate(
  input: CertificateInput,
  ordinal: string,
  algorithms: AlgorithmSupport | undefined,
): Member | Fault {
  if ('tbs' in input) return memberOf(input, algorithms);
  const [der, label] = 'der' in input ? [input.der, input.label] : [input, ordinal];
  const certificate = caught(X509Error, () => parseCertificate(der));
  return certificate instanceof X509Error
    ? malformedFault(certificate, der, label)
    : new Member(certificate, algorithms);
}

function malformedFault(error: X509Error, bytes: Uint8Array, label: string): Fault {
  const start = Math.min(error.offset, bytes.length);
  return {
    id: 'path.malformed',
    where: label,
    message: `${label} cannot be read: ${error.message}`,
    reference: 'RFC 5280 4.1',
    object: { kind: 'certificate', name: label, sha256: hexOf(digest('SHA-256', bytes)) },
    bytes: { start, end: Math.min(start + 1, bytes.length) },
    action: 'give it as it was issued, in DER; if these are its bytes, it is not a certificate by RFC 5280',
  };
}

/** So that the order in which certificates were given shows in their labels alone. */
function byText(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => ((a.object?.sha256 ?? '') < (b.object?.sha256 ?? '') ? -1 : 1));
}
