import type { KeyUsage } from '@quorate/x509';
import { isServerCa } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { defineRule, type Rule } from '../../rule.ts';

const NEEDED: readonly KeyUsage[] = ['keyCertSign', 'cRLSign'];

export const cabfCaKeyUsageBits: Rule = defineRule({
  id: 'cabf-ca-key-usage-bits',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the keyUsage of a CA has keyCertSign and cRLSign',
  description:
    'A CA of publicly trusted servers signs certificates and CRLs with the same key, so its keyUsage has both bits; ' +
    'digitalSignature may be there for OCSP.',
  citation: 'CABF BR, 7.1.2.10.7',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with keyCertSign and cRLSign',
  applies: (certificate) => isServerCa(certificate) && extensionOf(certificate, 'keyUsage') !== null,
  finds: (certificate) => {
    const missing = NEEDED.filter((usage) => !usagesOf(certificate).includes(usage));
    if (missing.length === 0) return [];
    const at = extensionOf(certificate, 'keyUsage')?.bytes ?? certificate.tbs;
    return [{ message: `keyUsage has no ${missing.join(' and no ')}`, where: 'extensions.keyUsage', at }];
  },
});
