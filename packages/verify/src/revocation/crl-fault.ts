import type { ByteRange } from '@quorate/report';
import { type CertificateListField, extensionName, locateExtension, locateListField } from '@quorate/x509';
import { type Fault, rangeOf } from '../fault.ts';
import type { FaultText } from './fault-text.ts';
import type { HeldCrl } from './held-crl.ts';

const FIELDS: readonly string[] = ['thisUpdate', 'nextUpdate', 'signatureValue', 'issuer', 'revokedCertificates'];

/** A fault of a CRL: where its `where`, a field or an extension of it, stands is looked up. */
export function crlFault(crl: HeldCrl, text: FaultText, part?: Uint8Array): Fault {
  const bytes = part === undefined ? placeOf(crl, text.where) : rangeOf(crl.list.bytes, part);
  return { ...text, object: crl.object, ...(bytes === null ? {} : { bytes }) };
}

function placeOf({ list }: HeldCrl, where: string): ByteRange | null {
  if (FIELDS.includes(where)) return locateListField(list, where as CertificateListField);
  const extension = list.extensions.find(({ oid }) => oid === where || extensionName(oid) === where);
  return extension === undefined ? null : locateExtension(list, extension.oid);
}
