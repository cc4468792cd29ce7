import type { Finding } from '@quorate/report';
import { describeKey } from './key-description.ts';
import type { PlatformVerifier } from './platform.ts';
import type { PublicKey } from './public-key.ts';
import type { SignatureAlgorithm } from './scheme.ts';
import { verifySignature } from './verify.ts';

/** One signature to be judged, and the words for it. */
export interface SignatureCheck {
  readonly id: string;
  readonly where: string;
  /** Whose signature over what, for instance `the approver's signature over the token`. */
  readonly subject: string;
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicKey;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  readonly reference: string;
}

/** The findings of one signature: verified or not, and a warning for each weakness. */
export function checkSignature(check: SignatureCheck, platform?: PlatformVerifier): Finding[] {
  const { id, where, subject, algorithm, key, data, signature, reference } = check;
  const verdict = verifySignature({ algorithm, key, data, signature }, platform === undefined ? {} : { platform });
  const by = `${describeKey(key)}, ${algorithm.name}`;
  if (!verdict.valid) {
    const message = `${subject} does not verify (${by}): ${verdict.reason.replaceAll('-', ' ')}`;
    return [{ id, outcome: 'fail', where, message, reference }];
  }
  return [
    { id, outcome: 'pass', where, message: `${subject} verifies (${by})`, reference },
    ...verdict.weaknesses.map(
      (weakness): Finding => ({
        id: `${id}-weak`,
        outcome: 'warn',
        where,
        message: `${subject} is weak: ${weakness.replaceAll('-', ' ')}`,
        reference,
      }),
    ),
  ];
}
