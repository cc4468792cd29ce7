import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const pathLenWithKeyCertSign: Rule = defineRule({
  id: 'path-len-with-key-cert-sign',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'pathLenConstraint stands only in CA certificates with keyCertSign',
  description:
    'A path length says how far a CA may delegate. It has a meaning only where cA is TRUE and keyUsage has ' +
    'keyCertSign, and a CA must not write it anywhere else.',
  citation: 'RFC 5280, 4.2.1.9',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave pathLenConstraint out, or make the certificate one of a CA with keyCertSign',
  applies: (object) => (extensionValue(object, 'basicConstraints')?.pathLen ?? null) !== null,
  finds: (object) => {
    if (isCa(object) && usagesOf(object).includes('keyCertSign')) return [];
    const message = isCa(object)
      ? 'pathLenConstraint stands without keyCertSign in keyUsage'
      : 'pathLenConstraint stands in what is no CA certificate';
    const at = extensionOf(object, 'basicConstraints')?.bytes;
    return [{ message, where: 'extensions.basicConstraints', ...(at === undefined ? {} : { at }) }];
  },
});
