import type { KeyUsage } from '@quorate/x509';
import { findForbiddenUsages, keyAlgorithm } from '../../find/key-usage.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

const FORBIDDEN: readonly KeyUsage[] = ['keyAgreement', 'keyCertSign', 'encipherOnly', 'decipherOnly'];

export const rsaKeyUsageEndEntity: Rule = defineRule({
  id: 'rsa-key-usage-end-entity',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the keyUsage of an RSA end entity has signature and encipherment bits alone',
  description:
    'RSA signs and enciphers and does not agree on keys. Of an end entity with an RSA key, digitalSignature, ' +
    'nonRepudiation, keyEncipherment and dataEncipherment may stand in keyUsage, and cRLSign where it issues ' +
    'CRLs.',
  citation: 'RFC 3279, 2.3.1',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'take keyAgreement, encipherOnly, decipherOnly and keyCertSign out of keyUsage',
  applies: (object) =>
    isEndEntity(object) &&
    object.publicKey.algorithm.oid === keyAlgorithm.rsa &&
    extensionOf(object, 'keyUsage') !== null,
  finds: (object) => findForbiddenUsages(object, FORBIDDEN, 'which are not for an end entity with an RSA key'),
});
