import { sameBytes, Tag } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const NULL: Uint8Array = Uint8Array.of(Tag.NULL, 0);

export const ocspNoCheckNull: Rule = defineRule({
  id: 'ocsp-no-check-null',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the value of ocsp-nocheck is NULL',
  description:
    'ocsp-nocheck is a mark: that it stands in the certificate of an OCSP responder is all that it says, and its ' +
    'value is NULL.',
  citation: 'RFC 6960, 4.2.2.2.1',
  source: 'RFC 6960',
  effective: '2013-06-01',
  until: null,
  remedy: 'write NULL (05 00) as the value',
  applies: (object) => extensionOf(object, 'ocspNoCheck') !== null,
  finds: (object) => {
    const value = extensionOf(object, 'ocspNoCheck')?.value ?? new Uint8Array();
    if (sameBytes(value, NULL)) return [];
    const message = 'the value of ocsp-nocheck is not NULL';
    return [{ message, where: 'extensions.ocspNoCheck', at: value, expected: '05 00' }];
  },
});
