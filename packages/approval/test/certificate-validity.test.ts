import { traceSignToken } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import {
  certificateCredential,
  decodeToken,
  encodeToken,
  readApprovalRequest,
  signApproval,
  verifyApproval,
} from '../src/index.ts';
import { certificateOf } from './support/certificate.ts';
import { ecPair, opensslSigner } from './support/keys.ts';

const key = ecPair('prime256v1');
const NOT_BEFORE = 1_577_836_800;
const NOT_AFTER = 1_893_456_000;

/** The findings about the certificate in an approval of the real token, timestamped at another time. */
async function validity(time: number | null): Promise<unknown[]> {
  const real = decodeToken(traceSignToken);
  const timestamp = time === null || real.timestamp === null ? null : { ...real.timestamp, time };
  const token = encodeToken({ ...real, timestamp });
  const approver = certificateCredential(certificateOf(key, 'Example Approver'));
  const body = await signApproval({ id: 'task', token, approver, signer: opensslSigner(key) });
  const { findings } = verifyApproval(readApprovalRequest(JSON.parse(JSON.stringify(body))));
  return findings.filter(({ id }) => id === 'approval.certificate-validity').map(({ outcome }) => outcome);
}

describe("an approver's certificate", () => {
  it('was valid at the timestamp, both ends included', async () => {
    expect([await validity(NOT_BEFORE), await validity(NOT_AFTER)]).toEqual([['pass'], ['pass']]);
  });

  it('is warned of when it was not, since nobody knows whether an HSM looks', async () => {
    expect([await validity(NOT_BEFORE - 1), await validity(NOT_AFTER + 1)]).toEqual([['warn'], ['warn']]);
  });

  it('is not judged without a timestamp', async () => {
    expect(await validity(null)).toEqual([]);
  });
});
