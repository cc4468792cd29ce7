import type { PathRequest } from '@quorate/verify';
import { secondsOf, suiteDer, suiteJson } from './read.ts';

export interface PkitsCase {
  readonly id: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly settings: {
    readonly initialPolicySet: readonly string[];
    readonly explicitPolicy: boolean;
    readonly policyMappingInhibit: boolean;
    readonly inhibitAnyPolicy: boolean;
    readonly time: string;
  };
  readonly expected: boolean;
  readonly expectedUserConstrainedPolicySet?: readonly string[];
  readonly pkitsUserConstrainedPolicySet?: readonly string[];
}

export function pkitsCases(): readonly PkitsCase[] {
  return suiteJson<{ cases: readonly PkitsCase[] }>('pkits/cases.json').cases;
}

/** A case as the suite's README says it is to be run: all of `certs[1..]` untrusted, every certificate but the anchor checked. */
export function pkitsRequest({ certs, crls, settings }: PkitsCase): PathRequest {
  const [anchor, ...others] = certs.map((path) => suiteDer(`pkits/${path}`)) as [Uint8Array, ...Uint8Array[]];
  return {
    target: others.pop() as Uint8Array,
    anchors: [anchor],
    intermediates: others,
    crls: crls.map((path) => suiteDer(`pkits/${path}`)),
    revocation: 'hard',
    time: secondsOf(settings.time),
    policies: settings.initialPolicySet,
    explicitPolicy: settings.explicitPolicy,
    inhibitPolicyMapping: settings.policyMappingInhibit,
    inhibitAnyPolicy: settings.inhibitAnyPolicy,
  };
}
