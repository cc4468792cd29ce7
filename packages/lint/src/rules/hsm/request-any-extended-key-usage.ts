import { extensionOf } from '../../object/extension-value.ts';
import { hasPurpose } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestAnyExtendedKeyUsage: Rule = defineRule({
  id: 'request-any-extended-key-usage',
  kinds: ['csr'],
  severity: 'warning',
  title: 'a request does not ask for anyExtendedKeyUsage',
  description:
    'HSM services put anyExtendedKeyUsage into a request when ANY is chosen. It asks for every purpose that there is, now ' +
    'and later; a CA refuses it, drops it, or issues a certificate that is good for too much.',
  citation: 'RFC 5280, 4.2.1.12; SKA.md 8.3',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for the purposes that the key is for',
  applies: (request) => extensionOf(request, 'extKeyUsage') !== null,
  finds: (request) => {
    const extension = extensionOf(request, 'extKeyUsage');
    if (extension === null || !hasPurpose(request, 'anyExtendedKeyUsage')) return [];
    const message = 'the request asks for anyExtendedKeyUsage';
    return [{ message, where: 'extensionRequest.extKeyUsage', at: extension.bytes }];
  },
});
