import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { parsePublicKey, type RsaPublicKey } from '@quorate/crypto';
import { describe, expect, test } from 'vitest';
import { openRsa } from '../../src/assembly/rsa-opening.ts';

/** 1024 bits, since many signatures are made and none is relied on. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const key = parsePublicKey(Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }))) as RsaPublicKey;

describe('a PSS signature opened', () => {
  test('has the parameters it was made with among its readings, every time', () => {
    let several = 0;
    for (let i = 0; i < 600; i++) {
      const saltLength = i % 95;
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      const signature = Uint8Array.from(
        sign('sha256', Buffer.from([i & 255, i >> 8]), { key: privateKey, padding, saltLength }),
      );
      const opening = openRsa(key, signature);
      if (opening?.scheme !== 'RSASSA-PSS') throw new Error(`not opened: ${i}`);
      expect(opening.readings).toContainEqual({ digest: 'SHA-256', mgfDigest: 'SHA-256', saltLength });
      if (opening.readings.length > 1) several++;
    }
    // Digests that were not used fit by accident now and then: what a first match would have been taken for.
    expect(several).toBeLessThan(60);
  });
});
