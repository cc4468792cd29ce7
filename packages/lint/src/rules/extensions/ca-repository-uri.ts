import { isHttpOrLdap } from '../../find/fetchable.ts';
import { rawAccess } from '../../object/raw-access.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caRepositoryUri: Rule = defineRule({
  id: 'ca-repository-uri',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'caRepository has an HTTP or LDAP URI',
  description:
    'caRepository says where a CA publishes the certificates that it issues. At least one location should be an ' +
    'HTTP or LDAP URI, from which anyone can fetch them.',
  citation: 'RFC 5280, 4.2.2.2',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'add the http URI of the repository',
  applies: (object) => rawAccess(object, 'subjectInfoAccess', 'caRepository').length > 0,
  finds: (object) => {
    const found = rawAccess(object, 'subjectInfoAccess', 'caRepository');
    if (found.some(({ location }) => isHttpOrLdap(location))) return [];
    const at = found[0]?.bytes;
    return [
      {
        message: 'no location of caRepository is an HTTP or LDAP URI',
        where: 'extensions.subjectInfoAccess',
        ...(at === undefined ? {} : { at }),
      },
    ];
  },
});
