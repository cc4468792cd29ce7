import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePem } from '@quorate/der';
import { type Report, reportOf } from '@quorate/report';

/** What OpenSSL says of a self-signed certificate at a time, seconds since 1970-01-01T00:00:00Z; `null` when this machine has no OpenSSL. */
export function askOpenSsl(certificate: Uint8Array, now: number): Report | null {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-'));
  try {
    const file = join(folder, 'root.pem');
    writeFileSync(file, encodePem({ label: 'CERTIFICATE', bytes: certificate }));
    const args = ['verify', '-x509_strict', '-check_ss_sig', '-attime', String(now), '-CAfile', file, file];
    const { status, error, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (error !== undefined) return null;
    const said = stderr.split('\n').find((line) => line.includes('error')) ?? 'no reason given';
    const message = status === 0 ? 'openssl verify -x509_strict accepts it' : `openssl verify refuses it: ${said}`;
    const finding = { id: 'demo.openssl', where: 'the certificate', message };
    return reportOf([{ ...finding, outcome: status === 0 ? 'pass' : 'fail' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
