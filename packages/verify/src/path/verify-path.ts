import { CryptoError } from '@quorate/crypto';
import { isTime } from '@quorate/der';
import { X509Error } from '@quorate/x509';
import { Budget } from '../budget.ts';
import type { Fault } from '../fault.ts';
import { readRevocationMaterial } from '../revocation/material.ts';
import { certificateFault, keyFault } from './check-certificate.ts';
import { pathReport } from './make-report.ts';
import type { Member } from './member.ts';
import type { PathReport } from './path-report.ts';
import { peerFault } from './peer-fault.ts';
import { initialPolicyState, type PolicySettings } from './policy/policy-settings.ts';
import { Pool } from './pool.ts';
import { purposeFault } from './purpose.ts';
import { readInputs } from './read-inputs.ts';
import type { PathRequest, RevocationMode } from './request.ts';
import { PathRevocation } from './revocation.ts';
import { type SearchSettings, searchPath } from './search.ts';
import { Signatures } from './signatures.ts';

const MAX_DEPTH = 100;

/**
 * Decides whether a certification path leads from a trust anchor to a certificate: RFC 5280, section 6, whole, over all
 * paths that the certificates given can make, revocation included where it is asked for.
 *
 * `pass`: there is such a path; it is in `path`, with the policies that it is good for. `fail`: there is none, and
 * `broken` has the first thing that broke each that was tried. `incomplete`: the limits were reached before the search
 * was over. The answer depends on the certificates given and not on their order. It is offline: nothing is fetched.
 *
 * Bytes that cannot be read never throw: a target that is malformed fails, anything else is left out with a warning.
 *
 * @throws TypeError for a time, a depth or a limit that is no whole number in its bounds, a policy or a purpose that is no
 * OID, an empty list of policies, or a mode of revocation that there is none of
 */
export function verifyPath(request: PathRequest): PathReport {
  checkArguments(request);
  const budget = new Budget(request.limits);
  const inputs = readInputs(request);
  const { target, anchors, intermediates, unusable } = inputs;
  const nothing = { request, found: null, broken: [], statuses: null, budget };
  if (target === null) {
    return pathReport({ ...nothing, targetFaults: present([inputs.unreadableTarget]), unusable });
  }
  if (anchors.length === 0) return pathReport({ ...nothing, targetFaults: [NO_ANCHOR], unusable });
  const settings = searchSettings(request, budget, (member) => distrustFault(member, inputs.distrusted));
  const ownFaults = targetFaults(target, request);
  const refused = settings.refused(target);
  const pool = new Pool(anchors, intermediates, request.time);
  const mode = modeOf(request);
  const material = mode === 'off' ? null : readRevocationMaterial(request.crls ?? [], request.ocspResponses ?? []);
  const everybody = [target, ...intermediates];
  const revocation =
    mode === 'off' || material === null
      ? null
      : new PathRevocation(mode, material, everybody, settings, request.revocationMaxAge);
  const { found, broken } =
    refused === null
      ? searchPath(target, pool, { ...settings, accept: (path) => revocation?.objection(path) ?? null })
      : { found: null, broken: [] };
  return pathReport({
    request,
    targetFaults: [...present([refused]), ...ownFaults],
    unusable: [...unusable, ...(material?.faults ?? [])],
    found,
    broken,
    statuses: found === null || revocation === null ? null : revocation.statusesOf(found),
    budget,
  });
}

const NO_ANCHOR: Fault = {
  id: 'path.no-anchor',
  where: 'anchors',
  message: 'no trust anchor was given that can be used',
  reference: 'RFC 5280 6.1.1 (d)',
  action: 'give a certificate that you trust, for reasons of your own',
};

function searchSettings(
  request: PathRequest,
  budget: Budget,
  refused: (member: Member) => Fault | null,
): Omit<SearchSettings, 'accept'> {
  const { purpose } = request;
  const nested = request.nestedPurpose === true && purpose !== undefined;
  return {
    time: request.time,
    policy: policySettings(request),
    maxDepth: request.maxDepth ?? MAX_DEPTH,
    budget,
    signatures: new Signatures(budget, request),
    refused,
    demanded: (member) =>
      nested && !(member.extensions instanceof X509Error) ? purposeFault(member, member.extensions, purpose) : null,
  };
}

function policySettings(request: PathRequest): PolicySettings {
  return {
    ...(request.policies === undefined ? {} : { userInitialPolicySet: request.policies }),
    initialExplicitPolicy: request.explicitPolicy ?? false,
    initialPolicyMappingInhibit: request.inhibitPolicyMapping ?? false,
    initialAnyPolicyInhibit: request.inhibitAnyPolicy ?? false,
  };
}

function modeOf({ revocation, crls, ocspResponses }: PathRequest): RevocationMode {
  const given = (crls ?? []).length + (ocspResponses ?? []).length > 0;
  return revocation ?? (given ? 'hard' : 'off');
}

/** What is wrong with the target whatever leads to it. */
function targetFaults(target: Member, request: PathRequest): Fault[] {
  const { extensions, key } = target;
  const unusableKey = key instanceof CryptoError && key.code !== 'key-unsupported' ? keyFault(target, key) : null;
  if (extensions instanceof X509Error) return present([certificateFault(target, request.time), unusableKey]);
  const { purpose, peer } = request;
  return present([
    certificateFault(target, request.time),
    unusableKey,
    purpose === undefined ? null : purposeFault(target, extensions, purpose),
    peer === undefined ? null : peerFault(target, extensions, peer),
  ]);
}

function distrustFault(member: Member, distrusted: ReadonlySet<string>): Fault | null {
  if (distrusted.size === 0 || !distrusted.has(member.tbsSha256)) return null;
  return {
    id: 'path.distrusted',
    where: 'certificate',
    message: 'it is among those that were said not to be trusted',
    object: member.object,
    action: 'do not trust it',
  };
}

function present(faults: readonly (Fault | null)[]): Fault[] {
  return faults.filter((fault) => fault !== null);
}

function checkArguments(request: PathRequest): void {
  const { time, maxDepth, purpose, revocation, revocationMaxAge } = request;
  // what no report could show
  if (!isTime(time)) throw new TypeError('`time` is a whole number of seconds within the years 0 to 9999');
  if (maxDepth !== undefined && !(Number.isInteger(maxDepth) && maxDepth >= 0 && maxDepth <= MAX_DEPTH)) {
    throw new TypeError(`\`maxDepth\` is a whole number from 0 to ${MAX_DEPTH}`);
  }
  if (purpose !== undefined && !/^[0-2](\.(0|[1-9][0-9]*))+$/.test(purpose)) {
    throw new TypeError('`purpose` is an object identifier');
  }
  if (revocation !== undefined && !['hard', 'soft', 'off'].includes(revocation)) {
    throw new TypeError('`revocation` is `hard`, `soft` or `off`');
  }
  if (revocationMaxAge !== undefined && !(Number.isSafeInteger(revocationMaxAge) && revocationMaxAge >= 0)) {
    throw new TypeError('`revocationMaxAge` is a whole number of seconds from 0');
  }
  if (request.policies !== undefined) initialPolicyState(policySettings(request), 1, null);
}
