import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CryptoError, type DigestName, digest, digestNames, isDigestName } from '../src/index.ts';
import { toHex } from './support/hex.ts';

const opensslName = (name: DigestName): string => name.replace('SHA-', 'sha').replace('/', '-').toLowerCase();

test.each(digestNames)('%s agrees with OpenSSL', (name) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(toHex(digest(name, data))).toBe(createHash(opensslName(name)).update(data).digest('hex'));
    }),
  );
});

test('there are eleven, and a name is taken exactly', () => {
  expect(digestNames).toHaveLength(11);
  expect(digestNames.every(isDigestName)).toBe(true);
  expect(['sha-256', 'SHA256', 'MD5', 'toString', ''].some(isDigestName)).toBe(false);
  expect(() => digest('MD5' as DigestName, new Uint8Array(0))).toThrow(CryptoError);
});
