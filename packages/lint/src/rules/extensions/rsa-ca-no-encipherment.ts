import { findForbiddenUsages, keyAlgorithm } from '../../find/key-usage.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const rsaCaNoEncipherment: Rule = defineRule({
  id: 'rsa-ca-no-encipherment',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'an RSA key that signs certificates or CRLs enciphers nothing',
  description:
    'A key of a CA should sign and do nothing else: who can have it decipher chosen bytes can have it sign chosen ' +
    'bytes. So keyEncipherment and dataEncipherment should not stand beside keyCertSign or cRLSign.',
  citation: 'RFC 3279, 2.3.1',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'take keyEncipherment and dataEncipherment out of keyUsage, and use another key for them',
  applies: (object) =>
    isCa(object) && object.publicKey.algorithm.oid === keyAlgorithm.rsa && extensionOf(object, 'keyUsage') !== null,
  finds: (object) =>
    usagesOf(object).includes('keyCertSign') || usagesOf(object).includes('cRLSign')
      ? findForbiddenUsages(object, ['keyEncipherment', 'dataEncipherment'], 'and the key signs certificates or CRLs')
      : [],
});
