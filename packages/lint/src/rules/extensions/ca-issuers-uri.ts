import { isHttpOrLdap } from '../../find/fetchable.ts';
import { rawAccess } from '../../object/raw-access.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caIssuersUri: Rule = defineRule({
  id: 'ca-issuers-uri',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'caIssuers has an HTTP or LDAP URI',
  description:
    'caIssuers says where the certificates of the issuer are. At least one location should be an HTTP or LDAP ' +
    'URI, from which anyone can fetch them.',
  citation: 'RFC 5280, 4.2.2.1',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'add the http URI of the certificate of the CA',
  applies: (object) => rawAccess(object, 'authorityInfoAccess', 'caIssuers').length > 0,
  finds: (object) => {
    const found = rawAccess(object, 'authorityInfoAccess', 'caIssuers');
    if (found.some(({ location }) => isHttpOrLdap(location))) return [];
    const at = found[0]?.bytes;
    return [
      {
        message: 'no location of caIssuers is an HTTP or LDAP URI',
        where: 'extensions.authorityInfoAccess',
        ...(at === undefined ? {} : { at }),
      },
    ];
  },
});
