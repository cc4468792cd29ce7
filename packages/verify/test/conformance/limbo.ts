import { type PathRequest, type PeerName, PeerNameError, parsePeerName } from '@quorate/verify';
import { pemDer, purposeOf, secondsOf, suiteJson } from './read.ts';

export interface LimboCase {
  readonly id: string;
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
  readonly extended_key_usage: readonly string[] | null;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly expected_peer_name: { readonly kind: string; readonly value: string } | null;
  readonly max_chain_depth: number | null;
  /** Newer editions of the suite have CRLs, PEM. */
  readonly crls?: readonly string[];
}

const FILE = 'limbo/limbo-2023-12.json';
const NO_TIME = '2024-01-01T00:00:00Z';
/** The suite's README: this case asks for a name that its certificate does not have. */
const WITHOUT_NAME = 'rfc5280::nc::permitted-dn-match';

export function limboCases(): readonly LimboCase[] {
  return suiteJson<{ testcases: readonly LimboCase[] }>(FILE).testcases;
}

/** Which group of rules each case is of. */
export function limboGroups(): Readonly<Record<string, { readonly policy: string }>> {
  return suiteJson<{ cases: Record<string, { policy: string }> }>('limbo/groups.json').cases;
}

/** `null` when the peer that a case asks for has no name that anybody could have. */
export function limboRequest(item: LimboCase, group: string): PathRequest | null {
  const name = item.id === WITHOUT_NAME ? null : item.expected_peer_name;
  const peer = name === null ? undefined : peerOf(name.value);
  if (peer === null) return null;
  const [purpose] = item.extended_key_usage ?? [];
  const crls = (item.crls ?? []).map(pemDer);
  return {
    target: pemDer(item.peer_certificate),
    anchors: item.trusted_certs.map(pemDer),
    intermediates: item.untrusted_intermediates.map(pemDer),
    time: secondsOf(item.validation_time ?? NO_TIME),
    ...(crls.length === 0 ? {} : { crls, revocation: 'hard' }),
    ...(group === 'anchor-constraints' ? { anchorChecks: { constraints: true } } : {}),
    ...(purpose === undefined ? {} : { purpose: purposeOf(purpose) }),
    ...(peer === undefined ? {} : { peer }),
    ...(item.max_chain_depth === null ? {} : { maxDepth: Math.min(item.max_chain_depth, 100) }),
  };
}

function peerOf(text: string): PeerName | null {
  try {
    return parsePeerName(text);
  } catch (error) {
    if (error instanceof PeerNameError) return null;
    throw error;
  }
}
