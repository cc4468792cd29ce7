import { pow } from '@noble/curves/abstract/modular.js';
import type { WeierstrassOpts } from '@noble/curves/abstract/weierstrass.js';

/**
 * A short Weierstrass curve y² = x³ + ax + b over the integers modulo the prime p, with a base point of the prime order n
 * and the cofactor h (SEC 1, 3.1.1).
 */
export interface WeierstrassConstants {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
  readonly h: bigint;
  readonly Gx: bigint;
  /** Which of the two points with this x is the base point, as the compressed form says it: the one with an odd y, or not. */
  readonly oddGy: boolean;
}

const h = 1n;

/** The curve with its base point whole (SEC 1, 2.3.4). The root is that for p = 3 modulo 4, as it is for all these curves. */
export function withBasePoint({ oddGy, ...curve }: WeierstrassConstants): WeierstrassOpts<bigint> {
  const { p, a, b, Gx } = curve;
  const root = pow((Gx ** 3n + a * Gx + b) % p, (p + 1n) / 4n, p);
  return { ...curve, Gy: (root % 2n === 1n) === oddGy ? root : p - root };
}

/** P-256 (NIST SP 800-186, 3.2.1.3; SEC 2, 2.4.2, secp256r1). */
export function p256Constants(): WeierstrassConstants {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  return {
    p,
    a: p - 3n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    h,
    Gx: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    oddGy: true,
  };
}

/** P-384 (NIST SP 800-186, 3.2.1.4; SEC 2, 2.5.1, secp384r1). */
export function p384Constants(): WeierstrassConstants {
  const p = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
  return {
    p,
    a: p - 3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    h,
    Gx: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
    oddGy: true,
  };
}

/** P-521 (NIST SP 800-186, 3.2.1.5; SEC 2, 2.6.1, secp521r1). */
export function p521Constants(): WeierstrassConstants {
  const p = 2n ** 521n - 1n;
  return {
    p,
    a: p - 3n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    n: 2n ** 521n - 0x5ae79787c40d069948033feb708f65a2fc44a36477663b851449048e16ec79bf7n,
    h,
    Gx: 0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66n,
    oddGy: false,
  };
}

/** secp256k1 (SEC 2, 2.4.1). */
export function secp256k1Constants(): WeierstrassConstants {
  return {
    p: 2n ** 256n - 2n ** 32n - 977n,
    a: 0n,
    b: 7n,
    n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
    h,
    Gx: 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
    oddGy: false,
  };
}

/** brainpoolP256r1 (RFC 5639, 3.4). */
export function brainpoolP256r1Constants(): WeierstrassConstants {
  return {
    p: 0xa9fb57dba1eea9bc3e660a909d838d726e3bf623d52620282013481d1f6e5377n,
    a: 0x7d5a0975fc2c3057eef67530417affe7fb8055c126dc5c6ce94a4b44f330b5d9n,
    b: 0x26dc5c6ce94a4b44f330b5d9bbd77cbf958416295cf7e1ce6bccdc18ff8c07b6n,
    n: 0xa9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7n,
    h,
    Gx: 0x8bd2aeb9cb7e57cb2c4b482ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262n,
    oddGy: true,
  };
}

/** brainpoolP384r1 (RFC 5639, 3.6). */
export function brainpoolP384r1Constants(): WeierstrassConstants {
  return {
    p: 0x8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b412b1da197fb71123acd3a729901d1a71874700133107ec53n,
    a: 0x7bc382c63d8c150c3c72080ace05afa0c2bea28e4fb22787139165efba91f90f8aa5814a503ad4eb04a8c7dd22ce2826n,
    b: 0x4a8c7dd22ce28268b39b55416f0447c2fb77de107dcd2a62e880ea53eeb62d57cb4390295dbc9943ab78696fa504c11n,
    n: 0x8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b31f166e6cac0425a7cf3ab6af6b7fc3103b883202e9046565n,
    h,
    Gx: 0x1d1c64f068cf45ffa2a63a81b7c13f6b8847a3e77ef14fe3db7fcafe0cbd10e8e826e03436d646aaef87b2e247d4af1en,
    oddGy: true,
  };
}

/** brainpoolP512r1 (RFC 5639, 3.7). */
export function brainpoolP512r1Constants(): WeierstrassConstants {
  return {
    p: 0xaadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca703308717d4d9b009bc66842aecda12ae6a380e62881ff2f2d82c68528aa6056583a48f3n,
    a: 0x7830a3318b603b89e2327145ac234cc594cbdd8d3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94can,
    b: 0x3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94cadc083e67984050b75ebae5dd2809bd638016f723n,
    n: 0xaadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca70330870553e5c414ca92619418661197fac10471db1d381085ddaddb58796829ca90069n,
    h,
    Gx: 0x81aee4bdd82ed9645a21322e9c4c6a9385ed9f70b5d916c1b43b62eef4d0098eff3b1f78e2d0d48d50d1687b93b97d5f7c6d5047406a5e688b352209bcb9f822n,
    oddGy: false,
  };
}
