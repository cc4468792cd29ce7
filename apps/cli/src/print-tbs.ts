import { keyFingerprint } from '@quorate/crypto';
import { readTbs, tbsExtensions } from '@quorate/issue';
import { nameText } from '@quorate/x509';
import type { Context } from './context.ts';
import { extensionLines } from './extension-lines.ts';
import { algorithmInWords, keyInWords } from './print-certificate.ts';
import { printLines } from './print-lines.ts';
import { hex, utc } from './text.ts';

/** Prints a TBSCertificate: what the HSM is asked to sign. */
export function printTbs(context: Context, bytes: Uint8Array): void {
  const tbs = readTbs(bytes);
  printLines(context, [
    ['subject', nameText(tbs.subject) || '(empty)'],
    ['issuer', nameText(tbs.issuer) || '(empty)'],
    ['serial', hex(tbs.serialNumber)],
    ['not before', utc(tbs.notBefore.seconds)],
    ['not after', utc(tbs.notAfter.seconds)],
    ['key', keyInWords(tbs.publicKey)],
    ['to sign with', algorithmInWords(tbs.signatureAlgorithm)],
    ...extensionLines(tbsExtensions(tbs)),
    ['SHA-256', `${keyFingerprint(bytes)} (of the TBS, ${bytes.length} bytes)`],
  ]);
}
