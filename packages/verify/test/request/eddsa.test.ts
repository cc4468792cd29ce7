import { signatureAlgorithmByName } from '@quorate/crypto';
import { encodeOid, encodeSequence } from '@quorate/der';
import { expect, test } from 'vitest';
import { checkSignatureAlgorithm } from '../../src/request/check-signature-algorithm.ts';

const check = { id: 'certificate.signature-algorithm', where: 'here', reference: 'none', action: 'nothing' };
const identifiers = { ed25519: '1.3.101.112', ed448: '1.3.101.113', ecdsa: '1.2.840.10045.4.3.2' } as const;

test.each([
  ['EDDSA', 'ed25519', 'pass'],
  ['EDDSA', 'ed448', 'pass'],
  ['EdDSA', 'ed448', 'pass'],
  ['EDDSA', 'ecdsa', 'fail'],
  ['Ed25519', 'ed25519', 'pass'],
  ['Ed25519', 'ed448', 'fail'],
  ['Ed448', 'ed448', 'pass'],
  ['Ed448', 'ed25519', 'fail'],
  ['SHA256_WITH_ECDSA', 'ed448', 'fail'],
] as const)('who asks for %s and gets %s: %s', (name, actual, outcome) => {
  const identifier = encodeSequence(encodeOid(identifiers[actual]));
  expect(checkSignatureAlgorithm(check, identifier, signatureAlgorithmByName(name)).outcome).toBe(outcome);
});
