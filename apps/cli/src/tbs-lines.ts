import { keyFingerprint } from '@quorate/crypto';
import { readTbs, tbsExtensions } from '@quorate/issue';
import { nameText } from '@quorate/x509';
import { extensionLines } from './extension-lines.ts';
import { algorithmInWords, keyInWords } from './print-certificate.ts';
import { hex, utc } from './text.ts';

/** What a TBSCertificate says, as names and values. */
export function tbsLines(bytes: Uint8Array): (readonly [name: string, value: string])[] {
  const tbs = readTbs(bytes);
  return [
    ['subject', nameText(tbs.subject) || '(empty)'],
    ['issuer', nameText(tbs.issuer) || '(empty)'],
    ['serial', hex(tbs.serialNumber)],
    ['not before', utc(tbs.notBefore.seconds)],
    ['not after', utc(tbs.notAfter.seconds)],
    ['key', keyInWords(tbs.publicKey)],
    ['to sign with', algorithmInWords(tbs.signatureAlgorithm)],
    ...extensionLines(tbsExtensions(tbs)),
    ['SHA-256', keyFingerprint(bytes)],
  ];
}
