import { findForbiddenUsages, keyAlgorithm } from '../../find/key-usage.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const EC: ReadonlySet<string> = new Set([keyAlgorithm.ec, keyAlgorithm.ecdh, keyAlgorithm.ecmqv]);

export const ecKeyUsageNoEncipherment: Rule = defineRule({
  id: 'ec-key-usage-no-encipherment',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an elliptic curve key is for no encipherment',
  description:
    'Nothing is enciphered with an elliptic curve key: it signs or agrees on keys. keyEncipherment and ' +
    'dataEncipherment are bits of an RSA template.',
  citation: 'RFC 8813, 3',
  source: 'RFC 8813',
  effective: '2020-08-01',
  until: null,
  remedy: 'take keyEncipherment and dataEncipherment out of keyUsage',
  applies: (object) => EC.has(object.publicKey.algorithm.oid) && extensionOf(object, 'keyUsage') !== null,
  finds: (object) =>
    findForbiddenUsages(object, ['keyEncipherment', 'dataEncipherment'], 'and the key is on an elliptic curve'),
});
