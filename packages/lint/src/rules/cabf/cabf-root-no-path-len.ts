import { isForServers } from '../../find/server-certificates.ts';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { isRootCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfRootNoPathLen: Rule = defineRule({
  id: 'cabf-root-no-path-len',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'a root has no pathLenConstraint',
  description:
    'pathLenConstraint is not recommended in the certificate of a root: programs that take a root for a name and a key ' +
    'do not see it, and others break when the root later has more CAs below it.',
  citation: 'CABF BR, 7.1.2.1.4',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'put pathLenConstraint into the certificates of the CAs below',
  applies: (certificate) => isRootCa(certificate) && isForServers(certificate),
  finds: (certificate) => {
    if ((extensionValue(certificate, 'basicConstraints')?.pathLen ?? null) === null) return [];
    const at = extensionOf(certificate, 'basicConstraints')?.bytes ?? certificate.tbs;
    return [{ message: 'the root has a pathLenConstraint', where: 'extensions.basicConstraints', at }];
  },
});
