import { extensionOf } from '../../object/extension-value.ts';
import { hasPurpose } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestExtendedKeyUsageCritical: Rule = defineRule({
  id: 'request-extended-key-usage-critical',
  kinds: ['csr'],
  severity: 'notice',
  title: 'a request does not ask for a critical extKeyUsage',
  description:
    'HSM services mark extKeyUsage in a request as critical. A CA that copies the mark issues a certificate which readers ' +
    'that know none of its purposes must refuse. Only for time stamping it has to be critical (RFC 3161, 2.3).',
  citation: 'RFC 5280, 4.2.1.12; SKA.md 8.3',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for extKeyUsage without the mark, unless the profile of the CA wants it',
  applies: (request) => extensionOf(request, 'extKeyUsage') !== null,
  finds: (request) => {
    const extension = extensionOf(request, 'extKeyUsage');
    if (extension?.critical !== true || hasPurpose(request, 'timeStamping')) return [];
    const message = 'the request asks for a critical extKeyUsage';
    return [{ message, where: 'extensionRequest.extKeyUsage', at: extension.bytes }];
  },
});
