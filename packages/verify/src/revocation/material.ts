import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { parseCertificateList, parseOcspResponse, X509Error } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import type { LabelledDer } from '../labelled-der.ts';
import { compareBytes, compareCrls, HeldCrl } from './held-crl.ts';
import { compareResponses, HeldResponse } from './held-response.ts';

/** CRLs and OCSP responses, read and in an order of their own. Nothing in them has been judged. */
export interface RevocationMaterial {
  /** By the name key of their issuer, each list newest first, delta CRLs among them. */
  readonly crls: ReadonlyMap<string, readonly HeldCrl[]>;
  /** Newest first. */
  readonly responses: readonly HeldResponse[];
  /** What could not be read: `revocation.malformed`, in the order given. */
  readonly faults: readonly Fault[];
  /** How many CRLs and OCSP responses were given, whether they could be read or not. */
  readonly given: number;
}

/**
 * Reads CRLs (RFC 5280, 5) and OCSP responses (RFC 6960, 4.2), DER each. Never throws for malformed ones: they are kept as
 * faults, and what could be read is used.
 */
export function readRevocationMaterial(
  crls: readonly (Uint8Array | LabelledDer)[],
  ocspResponses: readonly (Uint8Array | LabelledDer)[],
): RevocationMaterial {
  const faults: Fault[] = [];
  const held = readAll('CRL', crls, heldCrls, (der) => new HeldCrl(parseCertificateList(der)), faults);
  const responses = readAll(
    'OCSP response',
    ocspResponses,
    heldResponses,
    (der) => new HeldResponse(parseOcspResponse(der)),
    faults,
  );
  const byIssuer = new Map<string, HeldCrl[]>();
  for (const crl of held.sort(compareCrls)) {
    const others = byIssuer.get(crl.issuerKey);
    if (others === undefined) byIssuer.set(crl.issuerKey, [crl]);
    else if (compareBytes((others.at(-1) as HeldCrl).list.bytes, crl.list.bytes) !== 0) others.push(crl);
  }
  responses.sort(compareResponses);
  return { crls: byIssuer, responses, faults, given: crls.length + ocspResponses.length };
}

/** What was read before: a CRL of megabytes is the same object for many certificates. */
const heldCrls = new WeakMap<LabelledDer, HeldCrl>();
const heldResponses = new WeakMap<LabelledDer, HeldResponse>();

function readAll<T>(
  kind: 'CRL' | 'OCSP response',
  given: readonly (Uint8Array | LabelledDer)[],
  known: WeakMap<LabelledDer, T>,
  read: (der: Uint8Array) => T,
  faults: Fault[],
): T[] {
  const objects: T[] = [];
  given.forEach((input, i) => {
    const [der, name] = 'der' in input ? [input.der, input.label] : [input, `${kind} ${i + 1} of those given`];
    try {
      const object = ('der' in input ? known.get(input) : undefined) ?? read(der);
      if ('der' in input) known.set(input, object);
      objects.push(object);
    } catch (cause) {
      if (!(cause instanceof X509Error)) throw cause;
      faults.push(malformedFault(kind, name, der, cause));
    }
  });
  return objects;
}

function malformedFault(kind: string, name: string, der: Uint8Array, cause: X509Error): Fault {
  const { extension, offset } = cause;
  return {
    id: 'revocation.malformed',
    where: extension ?? `byte ${offset}`,
    message: `it cannot be read: ${cause.message}`,
    reference: kind === 'CRL' ? 'RFC 5280 5' : 'RFC 6960 4.2.1',
    object: { kind, name, sha256: hexOf(digest('SHA-256', der)) },
    action: `leave it out, or give a whole ${kind} in DER`,
  };
}
