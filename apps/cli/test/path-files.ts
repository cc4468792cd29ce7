import { certificateOf, type ExtensionParts, ecPair, extension, nameOf, type Pair, utc } from '@quorate/certificates';
import { encodePem } from '@quorate/der';

const TIMES = { notBefore: utc('2024-01-01T00:00:00Z'), notAfter: utc('2034-01-01T00:00:00Z') };
/** keyCertSign, cRLSign. */
const CA = [extension.basicConstraints(true, null), extension.keyUsage([5, 6])];

interface Parts {
  readonly subject: string;
  readonly issuer: string;
  readonly key: Pair;
  readonly signer: Pair;
  readonly extensions: readonly ExtensionParts[];
  readonly times?: typeof TIMES;
}

function certificate({ subject, issuer, key, signer, extensions, times = TIMES }: Parts): Uint8Array {
  const name = (text: string): Uint8Array => nameOf(['2.5.4.3', text]);
  const parts = { version: 2, serialNumber: Uint8Array.of(7), digest: 'sha256', spki: key.spki, extensions, ...times };
  return certificateOf({ ...parts, subject: name(subject), issuer: name(issuer) }, signer);
}

const pem = (der: Uint8Array): string => encodePem({ label: 'CERTIFICATE', bytes: der });

/** A root, a CA, a server's certificate, an expired CA of the same name and key, and another root. */
export function pathFiles(): Record<string, string> {
  const [root, ca, leaf, other] = [ecPair(), ecPair(), ecPair(), ecPair()];
  const server = [extension.subjectAltName('server.example'), extension.extKeyUsage(['1.3.6.1.5.5.7.3.1'])];
  const expired = { notBefore: utc('2014-01-01T00:00:00Z'), notAfter: utc('2020-01-01T00:00:00Z') };
  const authority = { subject: 'An issuing CA', issuer: 'A root', key: ca, signer: root, extensions: CA };
  const files = {
    'root.pem': certificate({ subject: 'A root', issuer: 'A root', key: root, signer: root, extensions: CA }),
    'ca.pem': certificate(authority),
    'expired.pem': certificate({ ...authority, times: expired }),
    'leaf.pem': certificate({
      subject: 'A server',
      issuer: 'An issuing CA',
      key: leaf,
      signer: ca,
      extensions: server,
    }),
    'other.pem': certificate({
      subject: 'Another root',
      issuer: 'Another root',
      key: other,
      signer: other,
      extensions: CA,
    }),
  };
  return Object.fromEntries(Object.entries(files).map(([name, der]) => [name, pem(der)]));
}
