import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

/** Each is for certificates of another profile. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
  ['1.3.6.1.4.1.11129.2.4.4', 'precertificate signing'],
]);

export const cabfSubscriberPurposes: Rule = defineRule({
  id: 'cabf-subscriber-purposes',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title:
    'the certificate of a server is for serverAuth, perhaps for clientAuth, and nothing that another profile is for',
  description:
    'The certificate of a publicly trusted server names serverAuth and may name clientAuth. Signing of code, mail, time ' +
    'stamps, OCSP answers or precertificates, and any purpose at all, are not allowed in it.',
  citation: 'CABF BR, 7.1.2.7.10',
  source: 'CABF BR',
  effective: '2023-09-15',
  until: null,
  remedy: 'issue the certificate for serverAuth alone, and another for the other purposes',
  applies: (certificate) => isSubscriber(certificate) && extensionOf(certificate, 'extKeyUsage') !== null,
  finds: (certificate) => {
    const purposes = extensionValue(certificate, 'extKeyUsage')?.purposes ?? [];
    const at = extensionOf(certificate, 'extKeyUsage')?.bytes ?? certificate.tbs;
    const place = { where: 'extensions.extKeyUsage', at };
    const forbidden = purposes.flatMap((oid) => FORBIDDEN.get(oid) ?? []);
    return [
      ...(purposes.includes(SERVER_AUTH) ? [] : [{ message: 'extKeyUsage has no serverAuth', ...place }]),
      ...forbidden.map((name) => ({ message: `extKeyUsage has ${name}`, ...place })),
    ];
  },
});
