import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  certificateExtensions,
  nameText,
  parseCertificate,
  parseCertificationRequest,
  requestExtensions,
  X509Error,
} from '../../src/index.ts';
import { change, changed } from '../support/changes.ts';
import { certificateWithEvery, everyExtension, requestWithEvery } from './every.ts';

/** How a certificate or request ends: `read`, or what the X509Error is about. */
function ending(kind: 'certificate' | 'request', bytes: Uint8Array): string {
  try {
    if (kind === 'certificate') {
      const certificate = parseCertificate(bytes);
      certificateExtensions(certificate);
      nameText(certificate.issuer);
      nameText(certificate.subject);
    } else {
      const request = parseCertificationRequest(bytes);
      requestExtensions(request);
      nameText(request.subject);
    }
  } catch (error) {
    if (error instanceof X509Error) return error.extension ?? 'outside';
    throw error;
  }
  return 'read';
}

const originals = [
  ['certificate', certificateWithEvery],
  ['certificate', issuedCertificate],
  ['request', requestWithEvery],
  ['request', issuedCsr],
] as const;

/** All names under which an extension is refused. */
const NAMES = [
  'authorityInfoAccess',
  'authorityKeyIdentifier',
  'basicConstraints',
  'cRLDistributionPoints',
  'certificatePolicies',
  'extKeyUsage',
  'freshestCRL',
  'inhibitAnyPolicy',
  'issuerAltName',
  'keyUsage',
  'nameConstraints',
  'policyConstraints',
  'policyMappings',
  'subjectAltName',
  'subjectInfoAccess',
  'subjectKeyIdentifier',
];

test('the originals are read, with one extension of each kind that is known', () => {
  for (const [kind, bytes] of originals) expect(ending(kind, bytes)).toBe('read');
  const { other, ...known } = certificateExtensions(parseCertificate(certificateWithEvery));
  expect(Object.values(known).every((value) => value !== null)).toBe(true);
  expect([Object.keys(known).length + other.length, other.length]).toEqual([everyExtension.length, 1]);
  expect(requestExtensions(parseCertificationRequest(requestWithEvery))).toEqual({ ...known, other });
});

test('of 60,000 mutants each is read, or refused with an X509Error', () => {
  const counts: Record<string, number> = {};
  let mutants = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      for (const [kind, bytes] of originals) {
        const end = ending(kind, changes.reduce(changed, bytes));
        counts[end] = (counts[end] ?? 0) + 1;
        mutants++;
      }
    }),
    { numRuns: 15_000 },
  );
  expect(mutants).toBe(60_000);
  expect(counts['read']).toBeGreaterThan(1000);
  expect(counts['outside']).toBeGreaterThan(1000);
  expect(Object.keys(counts).sort()).toEqual(['outside', 'read', ...NAMES].sort());
});
