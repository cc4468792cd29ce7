import { rawAccess } from '../../object/raw-access.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ocspLocationUri: Rule = defineRule({
  id: 'ocsp-location-uri',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the OCSP responder is named by a URI',
  description:
    'The location of an OCSP responder in authorityInfoAccess is a URI. A client that finds a host name or a ' +
    'directory name there knows neither protocol nor path, and asks nobody.',
  citation: 'RFC 6960, 3.1',
  source: 'RFC 6960',
  effective: '2013-06-01',
  until: null,
  remedy: 'write the http URI of the responder',
  applies: (object) => rawAccess(object, 'authorityInfoAccess', 'ocsp').length > 0,
  finds: (object) => {
    const found = rawAccess(object, 'authorityInfoAccess', 'ocsp');
    if (found.some(({ location }) => location.form === 'uniformResourceIdentifier')) return [];
    const at = found[0]?.bytes;
    return [
      {
        message: 'no location of the OCSP responder is a URI',
        where: 'extensions.authorityInfoAccess',
        ...(at === undefined ? {} : { at }),
      },
    ];
  },
});
