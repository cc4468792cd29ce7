import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';

/** Names of FIPS 186-5, SEC 2 and RFC 5639. */
export type CurveName =
  | 'P-256'
  | 'P-384'
  | 'P-521'
  | 'secp256k1'
  | 'brainpoolP256r1'
  | 'brainpoolP384r1'
  | 'brainpoolP512r1';

/** One curve for ECDSA, its cofactor 1. */
export interface Curve {
  readonly name: CurveName;
  readonly oid: string;
  /** Octets of a field element, and of a scalar: the same for all these curves. */
  readonly size: number;
  /** The order of the group. */
  readonly order: bigint;
  readonly ecdsa: ECDSA;
}

function curve(name: CurveName, oid: string, size: number, ecdsa: ECDSA): Curve {
  return { name, oid, size, order: ecdsa.Point.Fn.ORDER, ecdsa };
}

/** The curves by name; object identifiers of RFC 5480, SEC 2 and RFC 5639. */
export const curves: Readonly<Record<CurveName, Curve>> = {
  'P-256': /* @__PURE__ */ curve('P-256', '1.2.840.10045.3.1.7', 32, p256),
  'P-384': /* @__PURE__ */ curve('P-384', '1.3.132.0.34', 48, p384),
  'P-521': /* @__PURE__ */ curve('P-521', '1.3.132.0.35', 66, p521),
  secp256k1: /* @__PURE__ */ curve('secp256k1', '1.3.132.0.10', 32, secp256k1),
  brainpoolP256r1: /* @__PURE__ */ curve('brainpoolP256r1', '1.3.36.3.3.2.8.1.1.7', 32, brainpoolP256r1),
  brainpoolP384r1: /* @__PURE__ */ curve('brainpoolP384r1', '1.3.36.3.3.2.8.1.1.11', 48, brainpoolP384r1),
  brainpoolP512r1: /* @__PURE__ */ curve('brainpoolP512r1', '1.3.36.3.3.2.8.1.1.13', 64, brainpoolP512r1),
};

/** The curve with this object identifier, or `null`. */
export function curveOfOid(oid: string): Curve | null {
  return Object.values(curves).find((entry) => entry.oid === oid) ?? null;
}
