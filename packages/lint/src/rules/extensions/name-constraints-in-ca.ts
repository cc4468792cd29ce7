import { extensionOf } from '../../object/extension-value.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsInCa: Rule = defineRule({
  id: 'name-constraints-in-ca',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'nameConstraints stand in CA certificates',
  description:
    'nameConstraints say which names may stand in the certificates that follow in a path. Nothing follows that of ' +
    'an end entity, and there the extension must not be used.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave nameConstraints out of the certificate of an end entity',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) => {
    const at = extensionOf(object, 'nameConstraints')?.bytes;
    const message = 'nameConstraints stand in what is no CA certificate';
    return isCa(object) ? [] : [{ message, where: 'extensions.nameConstraints', ...(at === undefined ? {} : { at }) }];
  },
});
