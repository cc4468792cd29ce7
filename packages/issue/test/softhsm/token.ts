import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingCommand } from '@quorate/ci';
import { digest, type SignatureAlgorithm } from '@quorate/crypto';
import { algorithmNamed } from '../support/keys.ts';

/** Where Debian puts the library of SoftHSM2. */
const LIBRARIES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so'];
const PIN = '1234';

/** What these tests lack on this machine; `null` when all is there. */
export function missingToken(): string | null {
  return (
    missingCommand('softhsm2-util', 'softhsm2') ??
    missingCommand('pkcs11-tool', 'opensc') ??
    missingCommand('openssl') ??
    (LIBRARIES.some(existsSync) ? null : `there is no library of SoftHSM2 at ${LIBRARIES[0]}`)
  );
}

/** How a token makes a signature by an algorithm. */
export interface Mechanism {
  /** Of pkcs11-tool. */
  readonly arguments: readonly string[];
  /** What the token is given: the bytes, which it hashes, or their digest. */
  readonly given: 'bytes' | 'digest';
  readonly form: 'der' | 'raw';
}

/** A key that never leaves its token. */
export interface TokenKey {
  readonly name: string;
  readonly spki: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly form: 'der' | 'raw';
  readonly sign: (data: Uint8Array) => Uint8Array;
}

export interface TokenKeyKind {
  readonly name: string;
  readonly type: string;
  readonly algorithm: string;
  readonly mechanism: Mechanism;
}

const pss = (hash: string, length: number): Mechanism => ({
  arguments: ['RSA-PKCS-PSS', '--hash-algorithm', hash, '--mgf', `MGF1-${hash}`, '--salt-len', `${length}`],
  given: 'digest',
  form: 'der',
});
const ecdsa = (form: 'der' | 'raw'): Mechanism => ({
  arguments: form === 'der' ? ['ECDSA', '--signature-format', 'openssl'] : ['ECDSA'],
  given: 'digest',
  form,
});
const whole = (mechanism: string): Mechanism => ({ arguments: [mechanism], given: 'bytes', form: 'der' });

/** What a token of SoftHSM2 can sign with, as far as pkcs11-tool can ask for it. */
export const tokenKeyKinds: readonly TokenKeyKind[] = [
  {
    name: 'RSA, PKCS#1',
    type: 'rsa:2048',
    algorithm: 'sha256WithRSAEncryption',
    mechanism: whole('SHA256-RSA-PKCS'),
  },
  {
    name: 'RSA, PKCS#1, SHA-512',
    type: 'rsa:3072',
    algorithm: 'sha512WithRSAEncryption',
    mechanism: whole('SHA512-RSA-PKCS'),
  },
  {
    name: 'RSA, PSS hashed in the token',
    type: 'rsa:2048',
    algorithm: 'SHA256_WITH_RSA_PSS',
    mechanism: whole('SHA256-RSA-PKCS-PSS'),
  },
  { name: 'RSA, PSS of a digest', type: 'rsa:2048', algorithm: 'SHA384_WITH_RSA_PSS', mechanism: pss('SHA384', 48) },
  { name: 'P-256, DER', type: 'EC:prime256v1', algorithm: 'ecdsa-with-SHA256', mechanism: ecdsa('der') },
  { name: 'P-256, r and s joined', type: 'EC:prime256v1', algorithm: 'ecdsa-with-SHA256', mechanism: ecdsa('raw') },
  { name: 'P-521, DER', type: 'EC:secp521r1', algorithm: 'ecdsa-with-SHA512', mechanism: ecdsa('der') },
];

/** A token of its own, in a folder of its own. */
export class Token {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'quorate-token-'));
  #keys = 0;

  constructor() {
    mkdirSync(join(this.folder, 'tokens'));
    const settings = {
      'directories.tokendir': join(this.folder, 'tokens'),
      'objectstore.backend': 'file',
      'log.level': 'ERROR',
      'slots.removable': 'false',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    writeFileSync(join(this.folder, 'softhsm2.conf'), lines.join(''));
    this.#run('softhsm2-util', '--init-token', '--free', '--label', 'ceremony', '--so-pin', '12345678', '--pin', PIN);
  }

  /** Makes a key pair inside. */
  generate({ name, type, algorithm, mechanism }: TokenKeyKind): TokenKey {
    const id = (++this.#keys).toString(16).padStart(2, '0');
    this.#tool('--login', '--pin', 'env:HSM_PIN', '--keypairgen', '--key-type', type, '--id', id, '--usage-sign');
    const file = join(this.folder, `${id}.spki`);
    this.#tool('--read-object', '--type', 'pubkey', '--id', id, '-o', file);
    const entry = algorithmNamed(algorithm);
    return {
      name,
      spki: new Uint8Array(readFileSync(file)),
      algorithm: entry,
      form: mechanism.form,
      sign: (data) => {
        const [given, signature] = [join(this.folder, `${id}.in`), join(this.folder, `${id}.sig`)];
        const { digest: hash } = entry;
        writeFileSync(given, mechanism.given === 'bytes' || hash === null ? data : digest(hash, data));
        const [by = '', ...more] = mechanism.arguments;
        const login = ['--login', '--pin', 'env:HSM_PIN'];
        this.#tool(...login, '--sign', '--id', id, '--mechanism', by, ...more, '-i', given, '-o', signature);
        return new Uint8Array(readFileSync(signature));
      },
    };
  }

  /** What the token says of its private keys. */
  privateKeys(): string {
    return this.#tool('--login', '--pin', 'env:HSM_PIN', '--list-objects', '--type', 'privkey');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #tool(...args: string[]): string {
    const module = LIBRARIES.find(existsSync) ?? '';
    return this.#run('pkcs11-tool', '--module', module, '--token-label', 'ceremony', ...args);
  }

  #run(command: string, ...args: string[]): string {
    const env = { PATH: process.env['PATH'], SOFTHSM2_CONF: join(this.folder, 'softhsm2.conf'), HSM_PIN: PIN };
    return execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }
}
