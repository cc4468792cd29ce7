import { keyFingerprint } from '@quorate/crypto';
import { readTbs, tbsExtensions } from '@quorate/issue';
import { nameText } from '@quorate/x509';
import { extensionLines } from './extension-lines.ts';
import { algorithmInWords, keyInWords, kindOfKey } from './print-certificate.ts';
import { hex, lastingWords, utc } from './text.ts';

type Line = readonly [name: string, value: string];

/** What a TBSCertificate says, as names and values. */
export function tbsLines(bytes: Uint8Array): Line[] {
  return [...lines(bytes, (key) => [['key', keyInWords(key)]]), ['SHA-256', keyFingerprint(bytes)]];
}

/** The same for whoever approves it: with the key's whole fingerprint and how long it is valid, without its own. */
export function approverLines(bytes: Uint8Array): Line[] {
  return lines(bytes, (key) => [
    ['key', kindOfKey(key)],
    ['key SHA-256', keyFingerprint(key)],
  ]);
}

function lines(bytes: Uint8Array, keyLines: (key: Uint8Array) => Line[]): Line[] {
  const tbs = readTbs(bytes);
  const [from, to] = [tbs.notBefore.seconds, tbs.notAfter.seconds];
  return [
    ['subject', nameText(tbs.subject) || '(empty)'],
    ['issuer', nameText(tbs.issuer) || '(empty)'],
    ['serial', hex(tbs.serialNumber)],
    ['not before', utc(from)],
    ['not after', `${utc(to)}, ${lastingWords(from, to)}`],
    ...keyLines(tbs.publicKey),
    ['to sign with', algorithmInWords(tbs.signatureAlgorithm)],
    ...extensionLines(tbsExtensions(tbs)),
  ];
}
