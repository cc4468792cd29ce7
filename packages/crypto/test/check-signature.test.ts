import { describe, expect, test } from 'vitest';
import { checkSignature, parsePublicKey, signatureAlgorithmByName } from '../src/index.ts';
import { softwareSigner } from '../src/software/index.ts';
import { rsaPair } from './support/keys.ts';

describe('the findings of a signature', async () => {
  const signer = softwareSigner(rsaPair(1024).pkcs8);
  const algorithm = signatureAlgorithmByName('SHA256_WITH_RSA');
  const data = Uint8Array.of(1, 2, 3);
  const check = {
    id: 'approval.signature',
    where: 'approval',
    subject: 'the signature over the token',
    algorithm,
    key: parsePublicKey(signer.publicKey),
    data,
    signature: await signer.sign(data, algorithm),
    reference: 'SKA.md 4.3',
  };

  test('a valid one passes, and each weakness is a warning', () => {
    expect(checkSignature(check).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['approval.signature', 'pass'],
      ['approval.signature-weak', 'warn'],
    ]);
  });

  test('any other fails, and the reason is said', () => {
    const [finding, ...more] = checkSignature({ ...check, data: Uint8Array.of(1, 2, 4) });
    expect(finding).toMatchObject({ id: 'approval.signature', outcome: 'fail', where: 'approval' });
    expect(finding?.message).toContain('signature mismatch');
    expect(more).toEqual([]);
  });

  test('a platform may do the arithmetic', () => {
    expect(checkSignature(check, () => false)[0]?.outcome).toBe('fail');
  });
});
