import { readFileSync } from 'node:fs';
import { suiteFile } from '@quorate/conformance';
import { decodePem } from '@quorate/der';
import { purposeOid } from '@quorate/x509';

/** The JSON of a suite's file. */
export function suiteJson<T>(path: string): T {
  return JSON.parse(readFileSync(suiteFile(path), 'utf8')) as T;
}

/** The DER of a suite's file. */
export function suiteDer(path: string): Uint8Array {
  return Uint8Array.from(readFileSync(suiteFile(path)));
}

/** The DER of the one block in a PEM text. */
export function pemDer(pem: string): Uint8Array {
  const [block] = decodePem(pem);
  if (block === undefined) throw new Error('the suite has a PEM text without a block');
  return block.bytes;
}

/** Seconds of an ISO 8601 time. */
export function secondsOf(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new Error(`the suite has a time that is none: ${iso}`);
  return Math.floor(milliseconds / 1000);
}

/** The OID of a purpose that a suite names. */
export function purposeOf(name: string): string {
  const oid = purposeOid(name);
  if (oid === null) throw new Error(`the suite has a purpose that is not known: ${name}`);
  return oid;
}
