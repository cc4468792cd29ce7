import { type Credential, certificateCredential, publicKeyCredential } from '@quorate/approval';
import { DerReader, Tag } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import type { Context } from '../context.ts';
import { reading } from '../unusable.ts';
import { derOf } from './der.ts';

const EXPECTED = 'a public key or a certificate, PEM or DER';

/** Reads a public key or a certificate from a file: PEM, DER, or the base64 of DER as REST bodies carry it. */
export async function loadCredential(context: Context, file: string): Promise<Credential> {
  return credentialOf(file, await context.read(file));
}

/** The credential in bytes that came from `name`. */
export function credentialOf(name: string, file: Uint8Array): Credential {
  const { label, bytes } = derOf(name, file, ['PUBLIC KEY', 'CERTIFICATE'], EXPECTED);
  return reading(
    name,
    () => {
      const isKey = label === null ? looksLikeKey(bytes) : label === 'PUBLIC KEY';
      return isKey ? publicKeyCredential(bytes, 'public key') : certificateCredential(bytes, 'certificate');
    },
    `${name} should be ${EXPECTED}`,
  );
}

/** A public key begins with an algorithm, a SEQUENCE that begins with an OBJECT IDENTIFIER; a certificate does not. */
function looksLikeKey(der: Uint8Array): boolean {
  return DerReader.of(der).sequence().sequence().peek() === Tag.OBJECT_IDENTIFIER;
}

/** SubjectPublicKeyInfo out of a file with a public key or a certificate. Whether the key is any good is not asked. */
export async function loadSpki(context: Context, file: string): Promise<Uint8Array> {
  const { label, bytes } = derOf(file, await context.read(file), ['PUBLIC KEY', 'CERTIFICATE'], EXPECTED);
  return reading(
    file,
    () => ((label === null ? looksLikeKey(bytes) : label === 'PUBLIC KEY') ? bytes : parseCertificate(bytes).publicKey),
    `${file} should be ${EXPECTED}`,
  );
}
