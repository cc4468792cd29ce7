import { expect, test } from 'vitest';
import { readCrlProfile, readRevocations } from '../../src/index.ts';
import { algorithmNamed } from '../support/keys.ts';
import { refusal, refused } from '../support/refusal.ts';

const profile = {
  note: 'for people',
  signatureAlgorithm: 'SHA256_WITH_RSA',
  period: 'P1W2DT3H4M',
  issuerAltName: [{ type: 'iPAddress', value: '192.0.2.1' }],
  issuingDistributionPoint: { uri: 'http://ca.example/crl', onlySomeReasons: ['keyCompromise'], indirectCRL: true },
  freshestCrl: [{ uri: 'http://ca.example/delta' }],
  authorityInfoAccess: [{ method: 'caIssuers', uri: 'http://ca.example/cer' }],
};

test('a profile of CRLs', () => {
  const uri = (value: string) => ({ type: 'uniformResourceIdentifier', value });
  expect(readCrlProfile(profile)).toEqual({
    note: 'for people',
    signatureAlgorithm: algorithmNamed('sha256WithRSAEncryption'),
    period: 9 * 86_400 + 3 * 3600 + 4 * 60,
    issuerAltName: [{ type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) }],
    issuingDistributionPoint: {
      fullName: [uri('http://ca.example/crl')],
      onlySomeReasons: ['keyCompromise'],
      indirectCRL: true,
    },
    freshestCrl: [{ fullName: [uri('http://ca.example/delta')] }],
    authorityInfoAccess: [{ method: 'caIssuers', location: uri('http://ca.example/cer') }],
  });
});

test.each<readonly [string, unknown, string]>([
  ['an unknown member', { ...profile, nextUpdates: 1 }, 'nextUpdates'],
  ['a period of nothing', { ...profile, period: 'P0D' }, 'period'],
  ['a period in years', { ...profile, period: 'P1Y' }, 'period'],
  ['a period without end', { ...profile, period: 'P' }, 'period'],
  [
    'two places',
    { ...profile, freshestCrl: [{ uri: 'http://x.example', fullName: [{ type: 'dNSName', value: 'x' }] }] },
    'freshestCrl[0]',
  ],
  ['no place', { ...profile, freshestCrl: [{}] }, 'freshestCrl[0]'],
  ['no algorithm', { period: 'P7D' }, 'signatureAlgorithm'],
  ['an algorithm that there is not', { signatureAlgorithm: 'MD2' }, 'signatureAlgorithm'],
  ['a list', [], ''],
])('no profile of CRLs: %s', (_case, json, path) => {
  expect(refused(() => readCrlProfile(json))).toEqual(['profile-malformed', path]);
});

test('a list of revocations', () => {
  expect(
    readRevocations({
      revoked: [
        {
          serialNumber: '0x8A03',
          revocationDate: '2026-01-01T00:00:00Z',
          reason: 'superseded',
          invalidityDate: '2025-12-31T23:00:00-01:00',
        },
        {
          serialNumber: '-5',
          revocationDate: '2026-01-01T00:00:00Z',
          certificateIssuer: [{ type: 'commonName', value: 'x' }],
        },
      ],
      dropped: [
        { serialNumber: '7', notAfter: '2026-01-01T00:00:00Z', certificateIssuer: 'hex:3000' },
        { serialNumber: '8' },
      ],
    }),
  ).toEqual({
    revoked: [
      { serialNumber: 0x8a03n, revocationDate: 1_767_225_600, reason: 'superseded', invalidityDate: 1_767_225_600 },
      { serialNumber: -5n, revocationDate: 1_767_225_600, certificateIssuer: [{ type: 'commonName', value: 'x' }] },
    ],
    dropped: [
      { serialNumber: 7n, notAfter: 1_767_225_600, certificateIssuer: Uint8Array.of(0x30, 0) },
      { serialNumber: 8n },
    ],
  });
});

test.each<readonly [string, unknown, string]>([
  ['no serial number', { revoked: [{ revocationDate: '2026-01-01T00:00:00Z' }] }, 'revoked[0].serialNumber'],
  [
    'no number',
    { revoked: [{ serialNumber: 'x', revocationDate: '2026-01-01T00:00:00Z' }] },
    'revoked[0].serialNumber',
  ],
  [
    'a day without time',
    { revoked: [{ serialNumber: '1', revocationDate: '2026-01-01' }] },
    'revoked[0].revocationDate',
  ],
  [
    'a day that there is not',
    { revoked: [{ serialNumber: '1', revocationDate: '2026-02-30T00:00:00Z' }] },
    'revoked[0].revocationDate',
  ],
  [
    'a reason that is none',
    { revoked: [{ serialNumber: '1', revocationDate: '2026-01-01T00:00:00Z', reason: 'unspecified' }] },
    'revoked[0].reason',
  ],
  ['a member that there is not', { revoked: [], removed: [] }, 'removed'],
  ['no list', {}, 'revoked'],
])('no list of revocations: %s', (_case, json, path) => {
  expect(refused(() => readRevocations(json))).toEqual(['revocations-malformed', path]);
});

test('a misspelt member is told with the nearest', () => {
  const json = { revoked: [{ serialNumber: '1', revocationDate: '2026-01-01T00:00:00Z', reasons: 'superseded' }] };
  expect(refusal(() => readRevocations(json)).message).toMatch(/`reason`, perhaps/);
});
