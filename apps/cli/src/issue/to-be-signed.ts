import { IssueError, readCsrInfo, readTbs, readTbsCertList } from '@quorate/issue';
import type { PendingIssuance } from '@quorate/issue/pending';
import type { Context } from '../context.ts';
import { loadPending, type PendingFacts } from '../load/issuance.ts';
import { kindInWords, kindOf } from '../load/kind.ts';
import { Unusable } from '../unusable.ts';

/** Something that is signed elsewhere. */
export type ToBeSigned =
  | { readonly kind: 'certificate' | 'crl'; readonly bytes: Uint8Array; readonly signatureAlgorithm: Uint8Array }
  | { readonly kind: 'csr'; readonly bytes: Uint8Array }
  | { readonly kind: 'pending'; readonly pending: PendingIssuance };

const EXPECTED = 'a TBSCertificate, CertificationRequestInfo or TBSCertList (DER), or a pending issuance';

/** Reads what is to be joined with a signature. What the DER is, its structure says: no two of them look alike. */
export async function loadSigned(
  context: Context,
  file: string,
  facts: PendingFacts,
  given?: Uint8Array,
): Promise<ToBeSigned> {
  const bytes = given ?? (await context.read(file));
  const kind = kindOf(bytes);
  if (kind === 'json') return { kind: 'pending', pending: await loadPending(context, file, facts, bytes) };
  if (kind !== 'binary') throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected ${EXPECTED}`);
  const faults: string[] = [];
  for (const read of [certificatePart, requestPart, listPart]) {
    try {
      return read(bytes);
    } catch (error) {
      if (!(error instanceof IssueError)) throw error;
      faults.push(error.message);
    }
  }
  throw new Unusable(`${file}: ${faults[0]}`, { next: `${file} should be ${EXPECTED}` });
}

function certificatePart(bytes: Uint8Array): ToBeSigned {
  return { kind: 'certificate', bytes, signatureAlgorithm: readTbs(bytes).signatureAlgorithm };
}

function requestPart(bytes: Uint8Array): ToBeSigned {
  readCsrInfo(bytes);
  return { kind: 'csr', bytes };
}

function listPart(bytes: Uint8Array): ToBeSigned {
  return { kind: 'crl', bytes, signatureAlgorithm: readTbsCertList(bytes).signatureAlgorithm };
}
