import type { Fault } from '../fault.ts';
import { placeOf } from './check-certificate.ts';
import type { Member } from './member.ts';
import { type PolicyFailure, policyFailureText } from './policy/policy-failure.ts';

const ACTIONS: Readonly<Record<PolicyFailure['code'], string>> = {
  'no-valid-policy': 'look for a path whose CAs all vouch for one policy, or ask for no policy',
  'no-acceptable-policy': 'ask for a policy that the path is good for, or look for another path',
  'mapping-of-any-policy': 'do not trust the CA: no certificate may map any-policy',
  budget: 'give a higher limit on policy steps, if you trust who made these certificates',
};

/** The fault that a failure of policy processing is, about the certificate at which processing ended. */
export function policyFault(member: Member, failure: PolicyFailure): Fault {
  const mapping = failure.code === 'mapping-of-any-policy';
  return {
    id: failure.code === 'budget' ? 'path.budget' : 'path.policies',
    where: mapping ? 'extensions.policyMappings' : 'extensions.certificatePolicies',
    message: policyFailureText(failure),
    reference: failure.reference,
    object: member.object,
    ...placeOf(member, mapping ? '2.5.29.33' : '2.5.29.32'),
    action: ACTIONS[failure.code],
  };
}
