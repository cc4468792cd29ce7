import { extensionOf } from '../../object/extension-value.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

const NAMES = ['policyMappings', 'policyConstraints', 'inhibitAnyPolicy'] as const;

export const policyExtensionsInCa: Rule = defineRule({
  id: 'policy-extensions-in-ca',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'policyMappings, policyConstraints and inhibitAnyPolicy stand in CA certificates',
  description:
    'These extensions are about the certificates that follow in a path, so they have a meaning only in the ' +
    'certificate of a CA.',
  citation: 'RFC 5280, 4.2.1.5, 4.2.1.11 and 4.2.1.14',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'leave the extension out of the certificate of an end entity',
  applies: (object) => NAMES.some((name) => extensionOf(object, name) !== null),
  finds: (object) =>
    isCa(object)
      ? []
      : NAMES.flatMap((name) => {
          const extension = extensionOf(object, name);
          const message = `${name} stands in what is no CA certificate`;
          return extension === null ? [] : [{ message, where: `extensions.${name}`, at: extension.bytes }];
        }),
});
