import { type WeierstrassPointCons, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { numberToBytesBE } from '@noble/curves/utils.js';
import {
  brainpoolP256r1Constants,
  brainpoolP384r1Constants,
  brainpoolP512r1Constants,
  p256Constants,
  p384Constants,
  p521Constants,
  secp256k1Constants,
  type WeierstrassConstants,
  withBasePoint,
} from './curve-constants.ts';

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
  /** The same, big-endian, `size` octets. */
  readonly orderOctets: Uint8Array;
  /** The points of the curve, a class; it is made when it is first asked for. */
  readonly Point: WeierstrassPointCons<bigint>;
  /** Whether two integers that are not negative are the coordinates of a point (SEC 1, 3.2.2.1). */
  hasPoint(x: bigint, y: bigint): boolean;
}

class NamedCurve implements Curve {
  readonly name: CurveName;
  readonly oid: string;
  readonly size: number;
  readonly #make: () => WeierstrassConstants;
  #constants: WeierstrassConstants | null = null;
  #orderOctets: Uint8Array | null = null;
  #Point: WeierstrassPointCons<bigint> | null = null;

  constructor(name: CurveName, oid: string, size: number, make: () => WeierstrassConstants) {
    this.name = name;
    this.oid = oid;
    this.size = size;
    this.#make = make;
  }

  get order(): bigint {
    return this.#known.n;
  }

  get orderOctets(): Uint8Array {
    this.#orderOctets ??= numberToBytesBE(this.order, this.size);
    return this.#orderOctets;
  }

  get Point(): WeierstrassPointCons<bigint> {
    this.#Point ??= weierstrass(withBasePoint(this.#known));
    return this.#Point;
  }

  hasPoint(x: bigint, y: bigint): boolean {
    const { p, a, b } = this.#known;
    return x < p && y < p && (y * y - (x * x + a) * x - b) % p === 0n;
  }

  get #known(): WeierstrassConstants {
    this.#constants ??= this.#make();
    return this.#constants;
  }
}

/** The curves by name; object identifiers of RFC 5480, SEC 2 and RFC 5639. */
export const curves: Readonly<Record<CurveName, Curve>> = {
  'P-256': /* @__PURE__ */ new NamedCurve('P-256', '1.2.840.10045.3.1.7', 32, p256Constants),
  'P-384': /* @__PURE__ */ new NamedCurve('P-384', '1.3.132.0.34', 48, p384Constants),
  'P-521': /* @__PURE__ */ new NamedCurve('P-521', '1.3.132.0.35', 66, p521Constants),
  secp256k1: /* @__PURE__ */ new NamedCurve('secp256k1', '1.3.132.0.10', 32, secp256k1Constants),
  brainpoolP256r1: /* @__PURE__ */ new NamedCurve(
    'brainpoolP256r1',
    '1.3.36.3.3.2.8.1.1.7',
    32,
    brainpoolP256r1Constants,
  ),
  brainpoolP384r1: /* @__PURE__ */ new NamedCurve(
    'brainpoolP384r1',
    '1.3.36.3.3.2.8.1.1.11',
    48,
    brainpoolP384r1Constants,
  ),
  brainpoolP512r1: /* @__PURE__ */ new NamedCurve(
    'brainpoolP512r1',
    '1.3.36.3.3.2.8.1.1.13',
    64,
    brainpoolP512r1Constants,
  ),
};

const byOid: ReadonlyMap<string, Curve> = new Map(Object.values(curves).map((curve) => [curve.oid, curve]));

/** The curve with this object identifier, or `null`. */
export function curveOfOid(oid: string): Curve | null {
  return byOid.get(oid) ?? null;
}
