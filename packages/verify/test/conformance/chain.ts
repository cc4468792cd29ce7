import type { PathRequest } from '@quorate/verify';
import { pemDer, purposeOf, secondsOf, suiteJson } from './read.ts';

export interface ChainCase {
  readonly id: string;
  readonly chain: readonly string[];
  readonly trust: string;
  readonly time: string;
  readonly keyPurpose: string;
  readonly valid: boolean;
  readonly scope: string;
  readonly expectedUserConstrainedPolicySet?: readonly string[];
}

export function chainCases(): readonly ChainCase[] {
  return suiteJson<{ cases: readonly ChainCase[] }>('boringssl-chain/cases.json').cases;
}

/** The request that a case amounts to; the last certificate is what `trust` is about. */
export function chainRequest({ chain, trust, time, keyPurpose, scope }: ChainCase): PathRequest {
  const ders = chain.map(pemDer);
  const anchor = ders.at(-1) as Uint8Array;
  const purpose = { SERVER: 'serverAuth', CLIENT: 'clientAuth' }[keyPurpose.split('_')[0] ?? ''];
  return {
    target: ders[0] as Uint8Array,
    anchors: trust.startsWith('TRUSTED_ANCHOR') ? [anchor] : [],
    intermediates: ders.slice(1, -1),
    time: secondsOf(time),
    anchorChecks: {
      constraints: trust.includes('CONSTRAINTS') && trust !== 'TRUSTED_ANCHOR_WITH_REQUIRE_BASIC_CONSTRAINTS',
      validity: trust.includes('EXPIRATION'),
      basicConstraints: trust.includes('REQUIRE_BASIC_CONSTRAINTS'),
    },
    nestedPurpose: scope === 'eku-nesting',
    ...(purpose === undefined ? {} : { purpose: purposeOf(purpose) }),
  };
}
