import { encodeSignatureAlgorithm } from '@quorate/crypto';
import { encodeInteger } from '@quorate/der';
import { expect, test } from 'vitest';
import { type CertListParts, checkTbsCertList } from '../../src/crl/check-tbs-cert-list.ts';
import { planCrlExtensions } from '../../src/crl/crl-extensions.ts';
import { readCrlIssuer } from '../../src/crl/crl-issuer.ts';
import { type CrlEntry, EntryReader } from '../../src/crl/entry.ts';
import { buildTbsCertList } from '../../src/index.ts';
import { crlProfile, crlRequest } from '../support/crl.ts';
import { keys } from '../support/keys.ts';
import { nameOf, root, START } from '../support/profiles.ts';
import { refused } from '../support/refusal.ts';

const key = keys.p256;
const issuer = root(key);
const profile = crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } });
const certificateIssuer = nameOf('2.5.4.3', 0x0c, 'A');
const request = crlRequest(key, {
  issuer,
  profile,
  revoked: [
    { serialNumber: 3n, revocationDate: START, reason: 'keyCompromise', invalidityDate: START },
    { serialNumber: 3n, revocationDate: START, certificateIssuer },
  ],
});
const { tbs } = buildTbsCertList(request);
const own = readCrlIssuer(issuer);
const scope = { thisUpdate: request.thisUpdate, delta: false, indirect: true, onlySomeReasons: null, issuer: own.name };
const reader = new EntryReader(scope);
const entries = request.revoked.map((revocation, i) => reader.read(revocation, i));
const meant: CertListParts = {
  signatureAlgorithm: encodeSignatureAlgorithm(key.algorithm),
  issuer: own.name.bytes,
  thisUpdate: request.thisUpdate,
  nextUpdate: request.thisUpdate + (profile.period ?? 0),
  entries,
  extensions: planCrlExtensions(profile, { crlNumber: 7n, baseCrlNumber: null }, own.keyIdentifier),
};
const [first, second] = entries as [CrlEntry, CrlEntry];
const firstAs = (changes: Partial<CrlEntry>): Partial<CertListParts> => ({
  entries: [{ ...first, ...changes }, second],
});

test('what was meant is taken', () => {
  expect(() => checkTbsCertList(tbs, meant)).not.toThrow();
});

test.each<readonly [string, Partial<CertListParts>, string]>([
  ['another algorithm', { signatureAlgorithm: encodeSignatureAlgorithm(keys.rsa.algorithm) }, 'signatureAlgorithm'],
  ['another issuer', { issuer: certificateIssuer }, 'issuer'],
  ['another thisUpdate', { thisUpdate: meant.thisUpdate + 1 }, 'thisUpdate'],
  ['another nextUpdate', { nextUpdate: meant.nextUpdate + 1 }, 'nextUpdate'],
  ['no entries', { entries: [] }, 'revoked'],
  ['an entry less', { entries: [first] }, 'revoked[1]'],
  ['an entry more', { entries: [...entries, first] }, 'revoked'],
  ['another number', firstAs({ encodedNumber: encodeInteger(4) }), 'revoked[0]'],
  ['another date', firstAs({ revocationDate: START + 1 }), 'revoked[0]'],
  ['another reason', firstAs({ reason: 'superseded' }), 'revoked[0]'],
  ['no reason', firstAs({ reason: null }), 'revoked[0]'],
  ['another invalidity date', firstAs({ invalidityDate: START + 1 }), 'revoked[0]'],
  ['another issuer of a certificate', { entries: [first, { ...second, certificateIssuer: own.name }] }, 'revoked[1]'],
  ['an extension less', { extensions: meant.extensions.slice(0, -1) }, 'extensions'],
  [
    'another number of the CRL',
    { extensions: planCrlExtensions(profile, { crlNumber: 8n, baseCrlNumber: null }, own.keyIdentifier) },
    'crlNumber',
  ],
  [
    'another criticality',
    { extensions: meant.extensions.map((extension) => ({ ...extension, critical: !extension.critical })) },
    'authorityKeyIdentifier',
  ],
])('a fault of the writer would be seen: %s', (_case, changes, path) => {
  expect(refused(() => checkTbsCertList(tbs, { ...meant, ...changes }))).toEqual(['encoding-fault', path]);
});
