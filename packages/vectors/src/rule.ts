/** One rule as the vendor's PKCS#11 sample prints it; source: the vendor's public PKCS#11 sample repository. */
import { base64 } from '@scure/base';

/** One unnamed token, timelock 0, timeout 0, one unnamed group, quorum 0, no approvers: approval by nobody. */
export const unguardedRule: Uint8Array = base64.decode(
  'MAAAAFkABAABAAAAVQAEAAAAAABVAAQAAAAAAFoABAABAAAAWwAEAAAAAAADAAQAAAAAAA==',
);
