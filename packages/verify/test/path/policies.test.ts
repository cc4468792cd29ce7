import { type ExtensionParts, pathExtension } from '@quorate/certificates';
import type { PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { expectFault, extensionDer } from './support/fault.ts';
import { anchor, ask, ca, leaf } from './support/pki.ts';

/** Policy processing by itself is tested in `policy/`; here what of it is seen from outside. */

const ANY = '2.5.29.32.0';
const [P, Q] = ['1.2.3.1', '1.2.3.2'];
const policies = (...oids: readonly string[]): ExtensionParts => pathExtension.certificatePolicies(oids);

interface Chain {
  readonly upper?: readonly ExtensionParts[];
  readonly lower?: readonly ExtensionParts[];
  readonly target?: readonly ExtensionParts[];
}

/** root, upper, lower, target. */
function chain({ upper = [], lower = [], target = [] }: Chain) {
  return {
    upper: ca('upper', 2, 'root', 1, { plus: upper }),
    lower: ca('lower', 3, 'upper', 2, { plus: lower }),
    target: leaf('lower', 3, { extensions: target }),
  };
}

function judge(parts: Chain, request: Partial<PathRequest> = {}) {
  const { target, upper, lower } = chain(parts);
  return ask({ target, intermediates: [upper, lower], anchors: [anchor('root', 1)], ...request });
}

const all = (...extensions: readonly ExtensionParts[]): Chain => ({
  upper: extensions,
  lower: extensions,
  target: extensions,
});
const mapping = pathExtension.policyMappings([[P, Q]]);
const mapped: Chain = { upper: [policies(P), mapping], lower: [policies(Q)], target: [policies(Q)] };

describe('6.1.6 the user-constrained policy set', () => {
  test.each<[string, Chain, Partial<PathRequest>, string, readonly string[]]>([
    ['nothing in the certificates', {}, {}, 'pass', []],
    ['nothing, and a policy is required', {}, { explicitPolicy: true }, 'fail', []],
    ['one policy throughout', all(policies(P)), {}, 'pass', [P]],
    ['two', all(policies(P, Q)), { explicitPolicy: true }, 'pass', [P, Q]],
    ['two, one asked for', all(policies(P, Q)), { policies: [Q] }, 'pass', [Q]],
    ['one, another asked for and not required', all(policies(P)), { policies: [Q] }, 'pass', []],
    ['one, another asked for and required', all(policies(P)), { policies: [Q], explicitPolicy: true }, 'fail', []],
    ['any-policy', all(policies(ANY)), { explicitPolicy: true }, 'pass', [ANY]],
    ['any-policy, one asked for', all(policies(ANY)), { policies: [P], explicitPolicy: true }, 'pass', [P]],
    ['any-policy, inhibited', all(policies(ANY)), { inhibitAnyPolicy: true, explicitPolicy: true }, 'fail', []],
    ['one mapped to another: it counts by its first name', mapped, { explicitPolicy: true }, 'pass', [P]],
    ['mapped, the second name asked for', mapped, { policies: [Q], explicitPolicy: true }, 'fail', []],
    ['mapped, and mapping inhibited', mapped, { inhibitPolicyMapping: true, explicitPolicy: true }, 'fail', []],
    ['mapped, and mapping inhibited, none required', mapped, { inhibitPolicyMapping: true }, 'pass', []],
    ['lost on the way, none required', { ...all(policies(P)), lower: [policies(Q)] }, {}, 'pass', []],
    ['required by a CA at once', { ...all(), upper: [pathExtension.policyConstraints(0)] }, {}, 'fail', []],
    [
      'required by a CA after three, and the path ends before',
      { ...all(), upper: [pathExtension.policyConstraints(3)] },
      {},
      'pass',
      [],
    ],
    [
      'required by a CA after two, 6.1.5 (a)',
      { ...all(), upper: [pathExtension.policyConstraints(2)] },
      {},
      'fail',
      [],
    ],
    ['required by the target itself', { target: [pathExtension.policyConstraints(0)] }, {}, 'fail', []],
    [
      'any-policy inhibited by a CA',
      { ...all(policies(ANY)), upper: [policies(ANY), pathExtension.inhibitAnyPolicy(0)] },
      { explicitPolicy: true },
      'fail',
      [],
    ],
    [
      'any-policy inhibited by a CA after two',
      { ...all(policies(ANY)), upper: [policies(ANY), pathExtension.inhibitAnyPolicy(2)] },
      { explicitPolicy: true },
      'pass',
      [ANY],
    ],
  ])('%s', (_, parts, request, verdict, set) => {
    expect(judge(parts, request)).toMatchObject({ verdict, policies: set });
  });
});

describe('what is said of policies', () => {
  test('names the certificate that lost them, and the step', () => {
    const parts = { ...all(policies(P)), lower: [policies(Q)] };
    const { lower } = chain(parts);
    const finding = expectFault(judge(parts, { explicitPolicy: true }), {
      id: 'path.policies',
      where: 'extensions.certificatePolicies',
      reference: 'RFC 5280, 6.1.3(f)',
      of: lower,
      at: extensionDer(policies(Q)),
    });
    expect(finding.message).toContain(P);
  });

  test('names the certificate that has none', () => {
    const parts = { ...all(policies(P)), lower: [] };
    const { lower } = chain(parts);
    expectFault(judge(parts, { explicitPolicy: true }), {
      id: 'path.policies',
      where: 'extensions.certificatePolicies',
      reference: 'RFC 5280, 6.1.3(f)',
      of: lower,
      at: null,
    });
  });

  test('names the policies that were asked for and the target, when no acceptable one is left', () => {
    const parts = all(policies(P));
    const { target } = chain(parts);
    const finding = expectFault(judge(parts, { policies: [Q], explicitPolicy: true }), {
      id: 'path.policies',
      where: 'extensions.certificatePolicies',
      reference: 'RFC 5280, 6.1.5(g)',
      of: target,
      at: extensionDer(policies(P)),
    });
    expect(finding.message).toContain(Q);
  });

  test.each([[[ANY, P]], [[P, ANY]]] as const)(
    'names the mapping of any-policy, %j, which is refused whatever is asked',
    (pair) => {
      const wrong = pathExtension.policyMappings([pair]);
      const parts = { ...all(policies(P)), upper: [policies(P), wrong] };
      const { upper } = chain(parts);
      expectFault(judge(parts), {
        id: 'path.policies',
        where: 'extensions.policyMappings',
        reference: 'RFC 5280, 6.1.4(a)',
        of: upper,
        at: extensionDer(wrong),
      });
    },
  );
});
