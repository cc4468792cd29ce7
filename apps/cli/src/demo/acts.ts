import type { Act } from './act.ts';
import { ceremony } from './ceremony.ts';
import { flippedBytesAct } from './flipped-bytes.ts';
import { judgedPathAct } from './judged-path.ts';
import { realTraceAct } from './real-trace.ts';
import { returnedCertificateAct } from './returned-certificate.ts';
import { seedPolicyAct } from './seed-policy.ts';

/**
 * Everything that the demo shows, in its order.
 *
 * @param now seconds since 1970-01-01T00:00:00Z
 * @param width columns to fold text at
 */
export async function allActs(now: number, width: number): Promise<readonly Act[]> {
  const made = await ceremony(now, width);
  return [
    seedPolicyAct(),
    realTraceAct(),
    returnedCertificateAct(),
    made.act,
    await judgedPathAct(made, now),
    flippedBytesAct(made),
  ];
}
