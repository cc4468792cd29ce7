import { type Credential, certificateCredential, publicKeyCredential } from '@quorate/approval';
import { DerReader, decodePem, Tag } from '@quorate/der';
import { decodeBase64 } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { base64Body, kindInWords, kindOf, textOf } from './kind.ts';

const EXPECTED = 'a public key or a certificate, PEM or DER';

/** Reads a public key or a certificate from a file: PEM, DER, or the base64 of DER as REST bodies carry it. */
export async function loadCredential(context: Context, file: string): Promise<Credential> {
  return credentialOf(file, await context.read(file));
}

/** The credential in bytes that came from `name`. */
export function credentialOf(name: string, bytes: Uint8Array): Credential {
  const kind = kindOf(bytes);
  if (kind === 'pem') return pemCredential(name, textOf(bytes) ?? '');
  if (kind === 'binary') return derCredential(name, bytes);
  const body = kind === 'text' ? base64Body(textOf(bytes) ?? '') : null;
  if (body === null) throw new Unusable(`${name}: this is ${kindInWords(kind)}, expected ${EXPECTED}`);
  return derCredential(
    name,
    reading(name, () => decodeBase64(body)),
  );
}

function pemCredential(name: string, text: string): Credential {
  const blocks = reading(name, () => decodePem(text));
  const [block, second] = blocks;
  if (block === undefined || second !== undefined) {
    throw new Unusable(`${name}: ${blocks.length} PEM blocks, expected one key or certificate`);
  }
  if (block.label === 'PUBLIC KEY') return reading(name, () => publicKeyCredential(block.bytes, 'PUBLIC KEY'));
  if (block.label === 'CERTIFICATE') return reading(name, () => certificateCredential(block.bytes, 'CERTIFICATE'));
  const next = /PRIVATE KEY/.test(block.label) ? 'keep private keys private; give the public key' : undefined;
  throw new Unusable(
    `${name}: a PEM block \`${block.label}\`, expected \`PUBLIC KEY\` or \`CERTIFICATE\``,
    next === undefined ? {} : { next },
  );
}

/** A certificate holds a SEQUENCE first whose first element is no OBJECT IDENTIFIER; a public key one that is. */
function derCredential(name: string, der: Uint8Array): Credential {
  return reading(
    name,
    () => {
      const inner = DerReader.of(der).sequence().sequence();
      return inner.peek() === Tag.OBJECT_IDENTIFIER
        ? publicKeyCredential(der, 'public key')
        : certificateCredential(der, 'certificate');
    },
    `${name} should be ${EXPECTED}`,
  );
}
