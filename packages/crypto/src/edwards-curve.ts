import { type EdwardsPointCons, edwards } from '@noble/curves/abstract/edwards.js';
import { Field, invert } from '@noble/curves/abstract/modular.js';
import { bytesToNumberLE, concatBytes } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';
import type { EdwardsPublicKey } from './public-key.ts';

/** id-Ed25519 and id-Ed448 (RFC 8410, 3): the same identifier for keys and for signatures. */
export const ED25519_OID = '1.3.101.112';
export const ED448_OID = '1.3.101.113';

/** One of the two instances of RFC 8032. */
export interface EdwardsCurve {
  readonly type: EdwardsPublicKey['type'];
  readonly oid: string;
  /** Octets of a point, and of each half of a signature. */
  readonly size: number;
  /** The points of the curve, a class; it is made when it is first asked for. */
  readonly Point: EdwardsPointCons;
  /** The digest of RFC 8032, over these octets, as an integer below the order of the group. */
  challenge(...parts: readonly Uint8Array[]): bigint;
}

/** edwards25519 (RFC 8032, 5.1): d is -121665/121666, and the y of the base point 4/5. */
function edwards25519(): EdwardsPointCons {
  const p = 2n ** 255n - 19n;
  return edwards({
    p,
    n: 2n ** 252n + 27742317777372353535851937790883648493n,
    h: 8n,
    a: p - 1n,
    d: p - ((121665n * invert(121666n, p)) % p),
    Gx: 15112221349535400772501151409588531511454012693041857206046113283949847762202n,
    Gy: (4n * invert(5n, p)) % p,
  });
}

/** edwards448 (RFC 8032, 5.2); a point takes one octet more than a field element, for the sign of x. */
function edwards448(): EdwardsPointCons {
  const p = 2n ** 448n - 2n ** 224n - 1n;
  return edwards(
    {
      p,
      n: 2n ** 446n - 13818066809895115352007386748515426880336692474882178609894547503885n,
      h: 4n,
      a: 1n,
      d: p - 39081n,
      Gx: 0x4f1970c66bed0ded221d15a622bf36da9e146570470f1767ea6de324a3d3a46412ae1af72ab66511433b80e18b00938e2626a82bc70cc05en,
      Gy: 0x693f46716eb6bc248876203756c9c7624bea73736ca3984087789c1e05a0c2d73ad3ff1ce67c39c4fdbd132c4ed7c8ad9808795bf230fa14n,
    },
    { Fp: Field(p, { BITS: 456, isLE: true }) },
  );
}

class RfcCurve implements EdwardsCurve {
  readonly type: EdwardsCurve['type'];
  readonly oid: string;
  readonly size: number;
  readonly #make: () => EdwardsPointCons;
  readonly #hash: (data: Uint8Array) => Uint8Array;
  #Point: EdwardsPointCons | null = null;

  constructor(
    type: EdwardsCurve['type'],
    oid: string,
    size: number,
    make: () => EdwardsPointCons,
    hash: (data: Uint8Array) => Uint8Array,
  ) {
    this.type = type;
    this.oid = oid;
    this.size = size;
    this.#make = make;
    this.#hash = hash;
  }

  get Point(): EdwardsPointCons {
    this.#Point ??= this.#make();
    return this.#Point;
  }

  challenge(...parts: readonly Uint8Array[]): bigint {
    return this.Point.Fn.create(bytesToNumberLE(this.#hash(concatBytes(...parts))));
  }
}

/** dom4(0, "") (RFC 8032, 2): `SigEd448`, no prehash, no context. */
const DOM4: Uint8Array = /* @__PURE__ */ Uint8Array.of(0x53, 0x69, 0x67, 0x45, 0x64, 0x34, 0x34, 0x38, 0, 0);

export const edwardsCurves: Readonly<Record<EdwardsPublicKey['type'], EdwardsCurve>> = {
  ed25519: /* @__PURE__ */ new RfcCurve('ed25519', ED25519_OID, 32, edwards25519, sha512),
  ed448: /* @__PURE__ */ new RfcCurve('ed448', ED448_OID, 57, edwards448, (data) =>
    shake256(concatBytes(DOM4, data), { dkLen: 114 }),
  ),
};
