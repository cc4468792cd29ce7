import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assembleCrl,
  buildTbsCertList,
  IssueError,
  readCrlProfile,
  readRevocations,
  readTbsCertList,
  tbsCertListExtensions,
} from '../../src/index.ts';
import { crl, crlProfile, crlRequest } from '../support/crl.ts';
import { keys, signed } from '../support/keys.ts';
import { nameOf, root, START } from '../support/profiles.ts';

const key = keys.p256;
const issuer = root(key);
const request = crlRequest(key, {
  issuer,
  profile: crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } }),
  revoked: [
    { serialNumber: 3n, revocationDate: START, reason: 'keyCompromise', invalidityDate: START },
    { serialNumber: 3n, revocationDate: START, certificateIssuer: nameOf('2.5.4.3', 0x0c, 'A') },
  ],
});
const { tbs } = buildTbsCertList(request);
const whole = crl(key, request);

/** Whether an attempt ends in an IssueError or not at all. */
function typed(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return false;
  }
}

function changed(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (const [at, octet] of changes) out[at % out.length] = octet;
  return out;
}

const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 3 });

test('of a TBSCertList changed anywhere only an IssueError escapes', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const bytes = changed(tbs, list);
      typed(() => tbsCertListExtensions(readTbsCertList(bytes)));
      typed(() => assembleCrl({ tbs: bytes, algorithm: key.algorithm, signature: signed(bytes, key), issuer }));
    }),
    { numRuns: 150 },
  );
});

test('of a CRL before that was changed anywhere none is taken', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const previous = changed(whole, list);
      fc.pre(!Buffer.from(previous).equals(Buffer.from(whole)));
      expect(typed(() => buildTbsCertList({ ...request, crlNumber: 8, previous }))).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('of any JSON for profiles and lists only an IssueError escapes', () => {
  const member = fc.constantFrom(
    'signatureAlgorithm',
    'period',
    'issuingDistributionPoint',
    'uri',
    'fullName',
    'freshestCrl',
    'revoked',
    'dropped',
    'serialNumber',
    'revocationDate',
    'certificateIssuer',
    'notAfter',
    '__proto__',
  );
  const word = fc.constantFrom(
    'SHA256_WITH_ECDSA',
    'P7D',
    '0x1',
    '-1',
    '2026-01-01T00:00:00Z',
    'hex:30',
    'superseded',
    '',
  );
  const { tree: json } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(member, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(json, (value) => {
      typed(() => buildTbsCertList({ ...request, profile: readCrlProfile(value) }));
      typed(() => buildTbsCertList({ ...request, ...readRevocations(value) }));
    }),
    { numRuns: 300 },
  );
});
