import {
  contextConstructed,
  contextPrimitive,
  encodeElement,
  encodeExplicit,
  encodeOctetString,
  encodeSequence,
} from '@quorate/der';
import type { ExtensionContent } from './planned-extension.ts';

/** subjectKeyIdentifier (RFC 5280, 4.2.1.2). */
export function subjectKeyIdentifier(keyIdentifier: Uint8Array): ExtensionContent {
  return { value: encodeOctetString(keyIdentifier), meant: { keyIdentifier } };
}

/** What points to the issuer's key, all of it as it stands in the issuer's certificate. */
export interface Authority {
  readonly keyIdentifier: Uint8Array;
  /** The issuer's issuer, a Name, and its serial number, the content of an INTEGER; `null`: left out. */
  readonly certificate: { readonly issuer: Uint8Array; readonly serialNumber: Uint8Array } | null;
}

/** authorityKeyIdentifier (RFC 5280, 4.2.1.1). */
export function authorityKeyIdentifier({ keyIdentifier, certificate }: Authority): ExtensionContent {
  const fields = [encodeElement(contextPrimitive(0), keyIdentifier)];
  if (certificate !== null) {
    fields.push(encodeElement(contextConstructed(1), encodeExplicit(4, certificate.issuer)));
    fields.push(encodeElement(contextPrimitive(2), certificate.serialNumber));
  }
  const issuer = certificate && [{ type: 'directoryName', name: { bytes: certificate.issuer } }];
  const meant = { keyIdentifier, issuer, serialNumber: certificate?.serialNumber ?? null };
  return { value: encodeSequence(...fields), meant };
}
