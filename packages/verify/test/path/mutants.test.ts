import { certificateOf, rsaPair } from '@quorate/certificates';
import { type PathRequest, verifyPath } from '@quorate/verify';
import { locateField, parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { caExtensions, cn, NOW, real } from './support/pki.ts';
import { nodePlatform } from './support/platforms.ts';

const MASKS = [0x01, 0x20, 0x80, 0xff];

function* mutants(
  der: Uint8Array,
  masks: readonly number[],
): Generator<{ at: number; mask: number; bytes: Uint8Array }> {
  for (let at = 0; at < der.length; at += 1) {
    for (const mask of masks) {
      const bytes = der.slice();
      bytes[at] = (bytes[at] as number) ^ mask;
      yield { at, mask, bytes };
    }
  }
}

const EC = {
  target: real({ subject: 'leaf', key: 99, issuer: 'ca', by: 2 }),
  intermediate: real({ subject: 'ca', key: 2, issuer: 'root', by: 1, extensions: caExtensions(0) }),
  root: real({ subject: 'root', key: 1, issuer: 'root', by: 1, extensions: caExtensions() }),
};

const rsa = [rsaPair(2048), rsaPair(2048)] as const;
const rsaCertificate = (subject: string, issuer: string, key: 0 | 1, by: 0 | 1): Uint8Array =>
  certificateOf(
    {
      version: 2,
      serialNumber: Uint8Array.of(7),
      digest: 'sha256',
      subject: cn(subject),
      issuer: cn(issuer),
      notBefore: { type: 'UTCTime', seconds: NOW - 1000 },
      notAfter: { type: 'UTCTime', seconds: NOW + 1000 },
      spki: rsa[key].spki,
      extensions: caExtensions(),
    },
    rsa[by],
  );
const RSA = {
  target: rsaCertificate('leaf', 'ca', 1, 1),
  intermediate: rsaCertificate('ca', 'root', 1, 0),
  root: rsaCertificate('root', 'root', 0, 0),
};

const ask = ({ target, intermediate, root }: typeof EC, more: Partial<PathRequest> = {}) =>
  verifyPath({ target, intermediates: [intermediate], anchors: [root], time: NOW, platform: nodePlatform, ...more });

describe.each([
  ['ECDSA', EC, MASKS],
  ['RSA', RSA, [0x01]],
] as const)('one octet of a path of %s', (_, chain, masks) => {
  test('unchanged, it is a path', () => {
    expect(ask(chain).verdict).toBe('pass');
  });

  test('in the target, whichever and however changed: no path', () => {
    for (const { at, mask, bytes } of mutants(chain.target, masks)) {
      const { verdict } = ask({ ...chain, target: bytes });
      if (verdict !== 'fail') expect({ at, mask, verdict }).toBe('fail');
    }
  });

  test('in the CA: no path', () => {
    for (const { at, mask, bytes } of mutants(chain.intermediate, masks)) {
      const { verdict } = ask({ ...chain, intermediate: bytes });
      if (verdict !== 'fail') expect({ at, mask, verdict }).toBe('fail');
    }
  });

  test('in the anchor: no path unless it still has the name and the key', () => {
    const root = parseCertificate(chain.root);
    const used = (['subject', 'subjectPublicKeyInfo'] as const).map((field) => locateField(root, field));
    let passed = 0;
    for (const { at, mask, bytes } of mutants(chain.root, masks)) {
      const isUsed = used.some((range) => range !== null && range.start <= at && at < range.end);
      const { verdict } = ask({ ...chain, root: bytes });
      if (verdict === 'pass') passed += 1;
      // letter case is no part of a name
      if (verdict === 'pass' && isUsed && mask !== 0x20) expect({ at, mask, verdict }).toBe('fail');
    }
    expect(passed).toBeGreaterThan(100);
  });
});
