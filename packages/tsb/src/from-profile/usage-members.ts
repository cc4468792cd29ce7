import type { CertificateProfile } from '@quorate/issue';
import { keyUsageNames, purposeOid } from '@quorate/x509';
import { restKeyUsage, restPurpose } from '../usage-names.ts';
import { type NotExpressible, unsaid } from './not-expressible.ts';

/** Key usages in the interface's names, in the order of the bits; none for no such extension. */
export function keyUsageMember({ keyUsage }: CertificateProfile): string[] {
  const named = (keyUsage ?? []).map(restKeyUsage);
  return keyUsageNames.map(restKeyUsage).filter((name) => named.includes(name));
}

/** Purposes in the interface's names, in the profile's order, each once; those without a name are left out. */
export function purposeMember({ extendedKeyUsage = [] }: CertificateProfile): string[] {
  const names = extendedKeyUsage.map(restPurposeOf).filter((name) => name !== null);
  return [...new Set(names)];
}

/** The purposes without a name in the interface. */
export function purposeLosses({ extendedKeyUsage = [] }: CertificateProfile): NotExpressible[] {
  const named = extendedKeyUsage.some((purpose) => restPurposeOf(purpose) !== null);
  const then = named ? '' : ': without any, the certificate is good for every purpose';
  return extendedKeyUsage.flatMap((purpose, i) =>
    restPurposeOf(purpose) === null
      ? [unsaid(`extendedKeyUsage[${i}]`, `the interface has no name for this purpose${then}`)]
      : [],
  );
}

function restPurposeOf(purpose: string): string | null {
  return restPurpose(purposeOid(purpose) ?? purpose);
}
