import { type ExtensionParts, extension, generalName, pathExtension } from '@quorate/certificates';
import type { PathRequest, TrustAnchor } from '@quorate/verify';
import type { Small, SmallAnchor, SmallCase } from './oracle.ts';
import { anchorKey, fake, NOW } from './pki.ts';
import { fakePlatform } from './platforms.ts';

/** Numbers from a seed: mulberry32. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export type Random = (below: number) => number;

const POLICIES = ['1.2.3.1', '1.2.3.2'];
const DNS = ['a', 'b', 'c'];
const PURPOSES = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];

const subset = <T>(random: Random, all: readonly T[]): T[] => all.filter(() => random(3) > 0);
/** `null` in most cases. */
const seldom = <T>(random: Random, one: number, value: () => T): T | null => (random(one) === 0 ? value() : null);
const nonEmpty = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

/** A certificate over few names and keys, mostly one rank below its issuer; each rule is broken now and then, seldom when it is calm. */
export function smallCertificate(
  random: Random,
  id: number,
  names: readonly string[],
  isTarget: boolean,
  calm = 1,
): Small {
  const pick = (): number => random(names.length);
  const subject = isTarget ? (random(3) > 0 ? 9 : 0) : random(names.length - 1);
  const above = subject === 9 ? 0 : subject + random(2);
  const issuer = random(5) === 0 ? pick() : above;
  const keyFor = (name: number): number => (random(8) === 0 ? random(4) : name);
  return {
    id,
    subject: subject === 9 ? 'leaf' : (names[subject] as string),
    issuer: names[issuer] as string,
    key: keyFor(subject),
    by: keyFor(issuer),
    validAt: random(20 * calm) > 0,
    ca: isTarget && subject === 9 ? null : random(20 * calm) > 0 ? true : random(2) === 0 ? false : null,
    pathLen: seldom(random, 6 * calm, () => random(3)),
    certSign: random(2) === 0 ? null : random(15 * calm) > 0,
    unknownCritical: random(30 * calm) === 0,
    policies: random(5 * calm) === 0 ? null : calm > 1 ? POLICIES : nonEmpty(subset(random, POLICIES)),
    requireExplicit: seldom(random, 10 * calm, () => random(3)),
    dns: isTarget || random(4) === 0 ? subset(random, DNS) : [],
    permitted: seldom(random, 8 * calm, () => [DNS[random(3)] as string, DNS[random(3)] as string]),
    excluded: seldom(random, 10 * calm, () => [DNS[random(3)] as string]),
    purposes: seldom(random, 4 * calm, () => [PURPOSES[random(2)] as string]),
  };
}

export function smallCase(random: Random): SmallCase {
  // In calm cases little is wrong, so that long paths are found too.
  const calm = random(2) === 0 ? 1 : 8;
  const names = ['A', 'B', 'C', 'D', 'E'].slice(0, 3 + random(3));
  const pool = Array.from({ length: 4 + random(3) }, (_, id) => smallCertificate(random, id + 1, names, false, calm));
  const target = random(6) === 0 ? (pool[0] as Small) : smallCertificate(random, 0, names, true, calm);
  const anchors = Array.from({ length: 1 + random(2) }, (): SmallAnchor => {
    const name = random(4) === 0 ? random(names.length) : names.length - 1;
    return {
      name: names[name] as string,
      key: random(8) === 0 ? random(4) : name,
      permitted: seldom(random, 8 * calm, () => subset(random, DNS)),
      excluded: seldom(random, 8 * calm, () => [DNS[random(3)] as string]),
      pathLen: seldom(random, 3 * calm, () => random(3)),
    };
  });
  return {
    target,
    pool,
    anchors: anchors.map((each) => ({ ...each, permitted: each.permitted?.length === 0 ? null : each.permitted })),
    distrusted: random(6) === 0 ? [random(4)] : [],
    maxDepth: random(8) === 0 ? random(3) : 100,
    explicitPolicy: random(6) === 0,
    userPolicies: random(4) === 0 ? [POLICIES[random(2)] as string] : null,
    purpose: random(3) === 0 ? (PURPOSES[random(2)] as string) : null,
    nestedPurpose: random(2) === 0,
    anchorConstraints: random(2) === 0,
  };
}

const dnsNames = (names: readonly string[]): Uint8Array[] => names.map(generalName.dns);

function constraints({ permitted, excluded }: Pick<Small, 'permitted' | 'excluded'>): ExtensionParts[] {
  if (permitted === null && excluded === null) return [];
  return [pathExtension.nameConstraints(dnsNames(permitted ?? []), dnsNames(excluded ?? []))];
}

/** The certificate. */
export function derOf(small: Small): Uint8Array {
  const { certSign, policies, requireExplicit, dns, purposes } = small;
  const day = 86_400;
  return fake({
    subject: small.subject,
    issuer: small.issuer,
    key: small.key,
    by: small.by,
    serial: small.id + 1,
    from: NOW - day,
    to: small.validAt ? NOW + day : NOW - 1,
    extensions: [
      ...(small.ca === null ? [] : [extension.basicConstraints(small.ca, small.ca ? small.pathLen : null)]),
      ...(certSign === null ? [] : [extension.keyUsage(certSign ? [5, 6] : [0])]),
      ...(small.unknownCritical ? [pathExtension.unknown(true)] : []),
      ...(policies === null ? [] : [pathExtension.certificatePolicies(policies)]),
      ...(requireExplicit === null ? [] : [pathExtension.policyConstraints(requireExplicit)]),
      ...(dns.length === 0 ? [] : [pathExtension.subjectAltNames(dnsNames(dns))]),
      ...constraints(small),
      ...(purposes === null ? [] : [extension.extKeyUsage(purposes)]),
    ],
  });
}

function anchorDer({ name, key, pathLen, ...names }: SmallAnchor): TrustAnchor {
  const plain = pathLen === null && names.permitted === null && names.excluded === null;
  if (plain && key % 2 === 0) return anchorKey(name, key);
  return fake({
    subject: name,
    issuer: name,
    key,
    by: key,
    extensions: [extension.basicConstraints(true, pathLen), ...constraints(names)],
  });
}

/** More than any of these cases can spend. */
export const PLENTY = { signatureChecks: 1e6, nameComparisons: 1e9, policySteps: 1e9, pathSteps: 1e9, paths: 1e9 };

/** The request that a case amounts to. */
export function requestOf(asked: SmallCase): PathRequest {
  const everybody = new Map([asked.target, ...asked.pool].map((small) => [small.id, small]));
  const distrusted = asked.distrusted.flatMap((id) => everybody.get(id) ?? []);
  return {
    target: derOf(asked.target),
    intermediates: asked.pool.map(derOf),
    anchors: asked.anchors.map(anchorDer),
    distrusted: distrusted.map(derOf),
    time: NOW,
    maxDepth: asked.maxDepth,
    explicitPolicy: asked.explicitPolicy,
    ...(asked.userPolicies === null ? {} : { policies: asked.userPolicies }),
    ...(asked.purpose === null ? {} : { purpose: asked.purpose, nestedPurpose: asked.nestedPurpose }),
    anchorChecks: { constraints: asked.anchorConstraints },
    limits: PLENTY,
    platform: fakePlatform,
  };
}
