import { digest } from '@quorate/crypto';
import { ed25519Spki } from '../make/keys.ts';
import { csr } from '../make/objects.ts';
import { ext, KEY_ID } from '../make/values.ts';
import { requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const publicKey = ed25519Spki.subarray(-32);
const asking = (identifier: Uint8Array) => requestWith([ext.ski(identifier)]);
const short = digest('SHA-1', publicKey).slice(12);
short[0] = 0x40 | ((short[0] ?? 0) & 0x0f);

export const specimen: Specimen = {
  kind: 'csr',
  fails: asking(KEY_ID),
  passes: asking(digest('SHA-1', publicKey)),
  moreFails: [{ kind: 'csr', der: asking(digest('SHA-1', publicKey).slice(0, 19)) }],
  morePasses: [
    { kind: 'csr', der: asking(short) },
    { kind: 'csr', der: asking(digest('SHA-256', publicKey).slice(0, 20)) },
    { kind: 'csr', der: asking(digest('SHA-256', ed25519Spki)) },
    { kind: 'csr', der: asking(digest('SHA-512', publicKey)) },
    { kind: 'csr', der: asking(digest('SHA-384', publicKey).slice(0, 20)) },
  ],
  others: [{ kind: 'csr', der: csr() }],
};
