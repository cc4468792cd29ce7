import { postQuantum } from '@quorate/crypto/post-quantum';
import { DerError, DerReader, Tag } from '@quorate/der';
import { type LintKind, type LintObject, readLintObject } from '@quorate/lint';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { derOf } from './der.ts';

/** The kinds by their PEM labels. A TBSCertificate has none. */
const KINDS: ReadonlyMap<string, LintKind> = new Map<string, LintKind>([
  ['CERTIFICATE', 'certificate'],
  ['CERTIFICATE REQUEST', 'csr'],
  ['NEW CERTIFICATE REQUEST', 'csr'],
  ['X509 CRL', 'crl'],
]);

const EXPECTED = 'a certificate, a TBSCertificate, a CSR or a CRL, PEM or DER';

/** Reads what there are rules about. What it is, its PEM label says, or else its structure, or `kind` if given. */
export async function loadLintObject(context: Context, file: string, kind?: LintKind): Promise<LintObject> {
  const { label, bytes } = derOf(file, await context.read(file), [...KINDS.keys()], EXPECTED);
  const known = kind ?? (label === null ? kindOfDer(bytes) : KINDS.get(label)) ?? null;
  if (known === null) {
    throw new Unusable(`${file}: this is not ${EXPECTED}`, {
      next: 'say what it is, --kind certificate, to see what is wrong with it',
    });
  }
  return readLintObject(known, bytes, { algorithms: postQuantum });
}

/** What DER is, by how it begins; `null` when it begins like none of the four. */
function kindOfDer(der: Uint8Array): LintKind | null {
  try {
    const outer = DerReader.of(der).sequence();
    if (outer.peek() !== Tag.SEQUENCE) return isVersionOrSerial(outer.peek()) ? 'tbs' : null;
    const inner = outer.sequence();
    if (inner.peek() === VERSION) return 'certificate';
    if (inner.peek() === Tag.INTEGER) inner.element();
    const second = inner.sequence();
    if (second.peek() !== Tag.OBJECT_IDENTIFIER) return 'csr';
    inner.element();
    return inner.peek() === Tag.SEQUENCE ? 'certificate' : 'crl';
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** [0] EXPLICIT. */
const VERSION = 0xa0;

function isVersionOrSerial(tag: number | null): boolean {
  return tag === VERSION || tag === Tag.INTEGER;
}
