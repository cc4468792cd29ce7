import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assemble, buildRootTbs, type SignatureForm, signatureForms } from '../../src/index.ts';
import { altered, type Case, p256, parts, rsa, text, under } from '../support/cases.ts';
import { algorithmNamed, ecKey, keys, signed, signedJoined, type TestKey, using } from '../support/keys.ts';
import { rootProfile } from '../support/profiles.ts';
import { refusal, refused } from '../support/refusal.ts';

const pair = generateKeyPairSync('ed448');
const ed448: TestKey = {
  name: 'Ed448',
  spki: Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' })),
  privateKey: pair.privateKey,
  algorithm: algorithmNamed('id-Ed448'),
};
const curves = ['brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'].map((name) =>
  ecKey(name, 'ecdsa-with-SHA384'),
);
const pairs: readonly TestKey[] = [keys.p256, keys.p384, keys.p521, keys.secp256k1, ...curves];
const others: readonly TestKey[] = [keys.rsa, using(keys.rsa, 'SHA384_WITH_RSA_PSS'), keys.ed25519, ed448];

const root = (key: TestKey): Case => ({ key, tbs: buildRootTbs({ profile: rootProfile(key), publicKey: key.spki }) });

/** A signature in a form: octets, or text as a string. */
function inForm({ der, raw }: { der: Uint8Array; raw: Uint8Array }, form: SignatureForm): Uint8Array | string {
  const [structure, encoding] = form.split('-') as [string, BufferEncoding | undefined];
  const octets = structure === 'der' ? der : raw;
  return encoding === undefined ? octets : Buffer.from(octets).toString(encoding);
}

const given =
  ({ key, tbs }: Case, signature: Uint8Array | string, form: SignatureForm) =>
  () =>
    assemble({ tbs, algorithm: key.algorithm, signature, form, issuerKey: key.spki });

describe('a signature is taken in the form that is declared, and the certificate has that of X.509:', () => {
  test.each(pairs.map((key) => ({ key, name: key.name })))('$name', ({ key }) => {
    const { tbs } = root(key);
    const raw = signedJoined(tbs, key);
    const certificates = ['raw', 'raw-hex', 'raw-base64'].map((form) =>
      given({ key, tbs }, inForm({ der: raw, raw }, form as SignatureForm), form as SignatureForm)(),
    );
    expect(new Set(certificates.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
    const der = signed(tbs, key);
    for (const form of ['der', 'der-hex', 'der-base64'] as const) {
      const bytes = given({ key, tbs }, inForm({ der, raw }, form), form)();
      expect(bytes.subarray(-der.length)).toEqual(der);
    }
  });

  test.each(others.map((key) => ({ key, name: key.algorithm.name })))('$name', ({ key }) => {
    const { tbs } = root(key);
    const octets = signed(tbs, key);
    const certificates = signatureForms.map((form) =>
      given({ key, tbs }, inForm({ der: octets, raw: octets }, form), form)(),
    );
    expect(new Set(certificates.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
    expect(certificates[0]?.subarray(-octets.length)).toEqual(octets);
  });
});

describe('a form that was declared and is not the one given:', () => {
  const { key, tbs } = p256;
  const forms = () => {
    const raw = signedJoined(tbs, key);
    return { der: signed(tbs, key), raw };
  };
  const wrong = signatureForms.flatMap((declared) =>
    signatureForms.filter((real) => real !== declared).map((real) => ({ declared, real })),
  );

  test.each(wrong)('$real declared as $declared', ({ declared, real }) => {
    const signature = inForm(forms(), real);
    const asText = declared.includes('-');
    // Octets of the text where octets are declared; a string would be a mistake of the caller.
    const brought = !asText && typeof signature === 'string' ? text(Buffer.from(signature), 'utf8') : signature;
    const error = refusal(given(p256, brought, declared));
    expect([error.code, error.path]).toEqual(['signature-encoding', 'signature']);
    expect(error.message).toMatch(/which verifies when read as that/);
  });

  test('what was expected is said', () => {
    const { der, raw } = forms();
    expect(refusal(given(p256, der, 'raw')).message).toMatch(
      /expected r and s joined, 32 octets each \(IEEE P1363\), found a SEQUENCE of r and s in DER, 7\d octets/,
    );
    expect(refusal(given(p256, raw, 'der')).message).toMatch(
      /expected a SEQUENCE of the integers r and s in DER .*, found r and s joined, 64 octets/,
    );
    expect(refusal(given(p256, Buffer.from(der).toString('hex'), 'der-base64')).message).toMatch(
      /expected base64 text of a SEQUENCE.*found hexadecimal text/,
    );
  });

  test('a string where octets are declared is a TypeError, and a form that there is not', () => {
    expect(given(p256, 'AAAA', 'der')).toThrow(TypeError);
    expect(given(p256, forms().der, 'DER' as SignatureForm)).toThrow(TypeError);
    expect(given(p256, 7 as unknown as string, 'der-hex')).toThrow(TypeError);
  });
});

describe('text is read with white space, and nothing else beside it:', () => {
  const { key, tbs } = rsa;
  const hex = () => Buffer.from(signed(tbs, key)).toString('hex');

  test('lines, capitals, colons', () => {
    const digits = hex();
    const lines = digits.toUpperCase().replace(/.{64}/g, '$&\r\n');
    expect(given(rsa, lines, 'der-hex')()).toEqual(given(rsa, digits, 'der-hex')());
    expect(given(rsa, digits.replace(/..(?=.)/g, '$&:'), 'der-hex')()).toEqual(
      given(rsa, `0x${digits}\n`, 'der-hex')(),
    );
    const base64 = Buffer.from(digits, 'hex').toString('base64').replace(/.{64}/g, '$&\n');
    expect(given(rsa, base64, 'der-base64')()).toEqual(given(rsa, digits, 'der-hex')());
  });

  test.each([
    ['nothing', '', 'der-hex'],
    ['an odd number of digits', '0', 'der-hex'],
    ['words', 'no signature', 'der-hex'],
    ['base64 cut short', 'AAA', 'der-base64'],
    ['other characters', 'äöü', 'der-base64'],
    ['too much', '00'.repeat(70_000), 'der-hex'],
  ] as const)('%s', (_case, signature, form) => {
    const error = refusal(given(rsa, signature, form));
    expect([error.code, error.path]).toEqual(['signature-malformed', 'signature']);
    expect(error.message).toMatch(/text of the octets of the signature as they are, found other text/);
  });
});

describe('a wrong signature is told apart in every form:', () => {
  const { key, tbs } = p256;

  test.each(signatureForms)('over other bytes, %s', (form) => {
    const wrong = altered(tbs);
    const signature = inForm({ der: signed(wrong, key), raw: signedJoined(wrong, key) }, form);
    expect(refused(given(p256, signature, form))).toEqual(['signature-mismatch', 'signature']);
  });

  test.each(['raw', 'raw-hex', 'raw-base64'] as const)('DER over other bytes as %s', (form) => {
    const der = signed(altered(tbs), key);
    const error = refusal(given(p256, inForm({ der, raw: der }, form), form));
    expect([error.code, error.path]).toEqual(['signature-malformed', 'signature']);
    expect(error.message).toMatch(/in DER, which does not verify as that either/);
  });

  test('raw with r or s out of range', () => {
    for (const bytes of [new Uint8Array(64), new Uint8Array(64).fill(0xff)]) {
      expect(refused(given(p256, bytes, 'raw'))).toEqual(['signature-malformed', 'signature']);
    }
  });

  test('raw of another curve', () => {
    expect(refused(given(p256, signedJoined(tbs, keys.p384), 'raw'))).toEqual(['key-mismatch', 'signature']);
  });

  test('another digest, raw', () => {
    const raw = signedJoined(tbs, using(key, 'SHA512_WITH_ECDSA'));
    const error = refusal(given(p256, raw, 'raw'));
    expect(error.code).toBe('algorithm-mismatch');
    expect(error.message).toMatch(/ecdsa-with-SHA512/);
  });

  test('r, s and a recovery octet', () => {
    const eth = Uint8Array.of(...signedJoined(tbs, key), 28);
    expect(refusal(given(p256, eth, 'raw')).message).toMatch(
      /r, s and a recovery octet joined, 65 octets, which verifies/,
    );
  });
});

describe('the TBS that the caller expects', () => {
  test('is compared byte for byte, before any key is looked at', () => {
    const expectedTbs = altered(p256.tbs);
    const error = refusal(() => assemble({ ...parts(p256), expectedTbs, issuerKey: new Uint8Array(3) }));
    expect([error.code, error.path]).toEqual(['tbs-differs', 'tbs']);
    const at = [...p256.tbs.keys()].find((i) => p256.tbs[i] !== expectedTbs[i]);
    expect(error.message).toContain(`from byte ${at} on`);
    expect(refusal(() => assemble({ ...parts(p256), expectedTbs: p256.tbs.subarray(0, -1) })).message).toContain(
      `from byte ${p256.tbs.length - 1} on`,
    );
  });

  test('and the same one is taken', () => {
    expect(assemble({ ...parts(rsa), expectedTbs: Uint8Array.from(rsa.tbs) }).length).toBeGreaterThan(rsa.tbs.length);
    expect(() => assemble({ ...parts(rsa), expectedTbs: 'text' as unknown as Uint8Array })).toThrow(TypeError);
  });
});

test('every algorithm of a CA key signs a leaf of another key', () => {
  for (const key of [...pairs, ...others].filter((each) => each !== keys.p521)) {
    const { tbs } = under(key);
    expect(given({ key, tbs }, signed(tbs, key), 'der')().length).toBeGreaterThan(tbs.length);
  }
});
