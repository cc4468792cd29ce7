import { checkDsaValue } from './dsa-key.ts';
import type { PublicKey } from './public-key.ts';

/**
 * The key with the parameters that its certificate leaves out and that are therefore those of the issuer's key: RFC
 * 3279, 2.3.2 and RFC 5280, 6.1.4 (e). Every other key comes back as it is, and so does a DSA key whose issuer's key is of
 * another kind or has no parameters itself: it then verifies nothing.
 *
 * @throws CryptoError `key-invalid` when the key is no member of the issuer's group
 */
export function inheritParameters(key: PublicKey, issuer: PublicKey): PublicKey {
  if (key.type !== 'dsa' || key.parameters !== null) return key;
  if (issuer.type !== 'dsa' || issuer.parameters === null) return key;
  checkDsaValue(key.y, issuer.parameters);
  return { ...key, parameters: issuer.parameters };
}
