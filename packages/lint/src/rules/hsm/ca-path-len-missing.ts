import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { isSubordinateCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caPathLenMissing: Rule = defineRule({
  id: 'ca-path-len-missing',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'a subordinate CA has a pathLenConstraint',
  description:
    'Without pathLenConstraint a CA may make further CAs below it, without end. HSM services that build certificates with ' +
    'keytool write none, also where one was meant; a CA that issues to end entities alone has 0.',
  citation: 'RFC 5280, 4.2.1.9; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for pathLenConstraint 0, or for the number of CAs that are meant to be below',
  applies: (certificate) => isSubordinateCa(certificate),
  finds: (certificate) => {
    if (extensionValue(certificate, 'basicConstraints')?.pathLen !== null) return [];
    const at = extensionOf(certificate, 'basicConstraints')?.bytes ?? certificate.tbs;
    return [{ message: 'the CA has no pathLenConstraint', where: 'extensions.basicConstraints', at }];
  },
});
