import { certificateOf, ecPair, extension, keyIdentifier, nameOf, type TbsParts, utc } from '@quorate/certificates';
import { describe, expect, it } from 'vitest';
import { AttestationError, verifyAttestationChain } from '../src/index.ts';

const [rootKey, deviceKey, leafKey, strangerKey] = [ecPair(), ecPair(), ecPair(), ecPair()];
const name = (commonName: string): Uint8Array => nameOf(['2.5.4.3', commonName]);
const TIME = Date.parse('2024-08-14T18:03:04Z') / 1000;

const parts = (subject: string, issuer: string, spki: Uint8Array): TbsParts => ({
  version: 2,
  serialNumber: Uint8Array.of(7),
  digest: 'sha256',
  issuer: name(issuer),
  notBefore: utc('2020-01-01T00:00:00Z'),
  notAfter: utc('2030-01-01T00:00:00Z'),
  subject: name(subject),
  spki,
  extensions: [],
});
const ca = (pathLen: number | null): TbsParts['extensions'] => [
  extension.basicConstraints(true, pathLen),
  extension.keyUsage([5, 6]),
];
const root = (change: Partial<TbsParts> = {}): Uint8Array =>
  certificateOf({ ...parts('Root', 'Root', rootKey.spki), extensions: ca(1), ...change }, rootKey);
const device = (change: Partial<TbsParts> = {}, key = rootKey): Uint8Array =>
  certificateOf({ ...parts('Device', 'Root', deviceKey.spki), extensions: ca(0), ...change }, key);
const leaf = (change: Partial<TbsParts> = {}, key = deviceKey): Uint8Array =>
  certificateOf({ ...parts('attestation-key', 'Device', leafKey.spki), ...change }, key);

const judge = (certificates: readonly Uint8Array[], anchor = root(), time = TIME) =>
  verifyAttestationChain({ certificates, anchor, time });
const failures = (certificates: readonly Uint8Array[], anchor = root(), time = TIME): string[] => {
  const { report } = judge(certificates, anchor, time);
  const ids = report.findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
  expect(report.verdict).toBe(ids.length > 0 ? 'fail' : 'pass');
  return [...new Set(ids)];
};

describe('a chain of an attestation key', () => {
  it('passes link by link, with the anchor in it or beside it, and gives the key', () => {
    const anchor = root();
    for (const chain of [
      [leaf(), device()],
      [leaf(), device(), anchor],
    ]) {
      const { key, report } = judge(chain, anchor);
      expect([report.verdict, key]).toEqual(['pass', leafKey.spki]);
    }
    expect(failures([certificateOf(parts('k', 'Root', leafKey.spki), rootKey)])).toEqual([]);
  });

  it('fails under another root of the same name, which is what pinning is for', () => {
    const other = certificateOf({ ...parts('Root', 'Root', strangerKey.spki), extensions: ca(1) }, strangerKey);
    expect(failures([leaf(), device()], other)).toEqual(['attestation.chain-signature']);
  });

  it('fails when a link is signed by a stranger, names another issuer, or is missing', () => {
    expect(failures([leaf({}, strangerKey), device()])).toEqual(['attestation.chain-signature']);
    expect(failures([leaf({ issuer: name('Other') }), device()])).toEqual(['attestation.chain-name']);
    expect(failures([leaf()])).toEqual(['attestation.chain-name', 'attestation.chain-signature']);
    expect(failures([device(), leaf()])).toContain('attestation.chain-name');
  });

  it('fails when an issuer is no CA, may not sign certificates, or allows no such path', () => {
    expect(failures([leaf(), device({ extensions: [] })])).toEqual(['attestation.chain-ca']);
    expect(failures([leaf(), device({ extensions: [extension.basicConstraints(false, null)] })])).toEqual([
      'attestation.chain-ca',
    ]);
    const mayNot = [extension.basicConstraints(true, null), extension.keyUsage([0])];
    expect(failures([leaf(), device({ extensions: mayNot })])).toEqual(['attestation.chain-ca']);
    expect(failures([leaf(), device()], root({ extensions: ca(0) }))).toEqual(['attestation.chain-ca']);
  });

  it('fails when the certificate of the key is for something else than signatures, or is a CA', () => {
    const [encrypts, signs] = [extension.keyUsage([2]), extension.keyUsage([0])];
    expect(failures([leaf({ extensions: [encrypts] }), device()])).toEqual(['attestation.chain-leaf']);
    expect(failures([leaf({ extensions: ca(null) }), device()], root({ extensions: ca(2) }))).toContain(
      'attestation.chain-leaf',
    );
    const subCa = [extension.basicConstraints(true, null), extension.keyUsage([0, 5])];
    expect(failures([leaf({ extensions: subCa }), device()])).toEqual(['attestation.chain-leaf']);
    for (const extensions of [[], [signs], [extension.basicConstraints(false, null), signs]]) {
      expect(failures([leaf({ extensions }), device()])).toEqual([]);
    }
  });

  it('warns when the certificate of the key names purposes, and not any purpose', () => {
    const warned = (purposes: readonly string[]): number => {
      const { report } = judge([leaf({ extensions: [extension.extKeyUsage(purposes)] }), device()]);
      expect(report.verdict).toBe('pass');
      return report.findings.filter(({ id, outcome }) => id === 'attestation.chain-leaf' && outcome === 'warn').length;
    };
    expect([warned(['1.3.6.1.5.5.7.3.1']), warned(['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'])]).toEqual([1, 0]);
  });

  it('says at which time it was judged', () => {
    const { report } = judge([leaf(), device()]);
    const said = report.findings.find(({ id }) => id === 'attestation.chain-time');
    expect(said?.outcome).toBe('pass');
    expect(said?.message).toContain('2024-08-14T18:03:04Z');
  });

  it('is judged at the time given, both ends included', () => {
    const [from, to] = [Date.parse('2020-01-01T00:00:00Z') / 1000, Date.parse('2030-01-01T00:00:00Z') / 1000];
    expect([failures([leaf(), device()], root(), from), failures([leaf(), device()], root(), to)]).toEqual([[], []]);
    expect(failures([leaf(), device()], root(), from - 1)).toEqual(['attestation.chain-validity']);
    expect(failures([leaf(), device()], root(), to + 1)).toEqual(['attestation.chain-validity']);
    expect(failures([leaf({ notAfter: utc('2024-01-01T00:00:00Z') }), device()])).toEqual([
      'attestation.chain-validity',
    ]);
  });

  it('fails on a critical extension that is not judged here, in any certificate', () => {
    const unknown = { oid: '1.2.3', critical: true, value: Uint8Array.of(5, 0) };
    const names = extension.subjectAltName('hsm.example', true);
    for (const strange of [unknown, names]) {
      expect(failures([leaf({ extensions: [strange] }), device()])).toEqual(['attestation.chain-critical']);
      expect(failures([leaf(), device()], root({ extensions: [...ca(1), strange] }))).toEqual([
        'attestation.chain-critical',
      ]);
    }
    expect(failures([leaf({ extensions: [{ ...unknown, critical: false }] }), device()])).toEqual([]);
  });

  it('fails with every bent byte of a link that can still be read', () => {
    const whole = leaf({
      subject: name('k'),
      extensions: [extension.keyUsage([0]), extension.subjectKeyIdentifier(keyIdentifier(leafKey.spki))],
    });
    expect(failures([whole, device()])).toEqual([]);
    let read = 0;
    for (let i = 0; i < whole.length; i += 3) {
      const bent = Uint8Array.from(whole);
      bent[i] = (bent[i] ?? 0) ^ 1;
      try {
        expect(judge([bent, device()]).report.verdict).toBe('fail');
        read++;
      } catch (error) {
        if (!(error instanceof AttestationError)) throw error;
        expect(error.code).toBe('certificate-invalid');
      }
    }
    expect(read).toBeGreaterThan(20);
  });

  it('has 1 to 8 certificates, each of them readable', () => {
    expect(() => judge([])).toThrow(TypeError);
    expect(() => judge(new Array(9).fill(leaf()))).toThrow(TypeError);
    expect(() => judge([leaf().slice(1), device()])).toThrow(AttestationError);
    expect(() => judge([leaf()], Uint8Array.of())).toThrow(AttestationError);
  });
});
