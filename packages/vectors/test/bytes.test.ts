import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as vectors from '../src/index.ts';

/** SHA-256 of each published file, first 16 hex digits: a slip in a fixture must not pass for a finding about an HSM. */
const published: Readonly<Record<string, string>> = {
  issuedCertificate: 'd073c0127de58bec',
  issuedCsr: '3f6f013cd6de6a32',
  issuedCsrRequest: 'f6f4350bee9cdab6',
  issuedSignRequest: '86a2d3ebe7412cb5',
  seedCreateKeyRequest: '70e03fa6906dc062',
  seedRequestStatus: '3a934cef3efb0708',
  seedSelfSignRequest: '3dfd04e7b23ded0e',
  seedSelfSignResponse: '0e61fb14aa932e7d',
  traceAttestationKey: '5e9a22edb64abb20',
  traceCreateKeyRequest: 'b0ff5bebdf800f2f',
  traceFetchModifyTasksRequest: 'ef240fae73db633d',
  traceFetchModifyTasksResponse: '28bda6e579e6c265',
  traceFetchSignTasksRequest: 'a1a41422a7d79e10',
  traceFetchSignTasksResponse: '12c5b171c27b8075',
  traceModifyApprovalRequest: '57835290d8212dbc',
  traceModifyAttestation: 'd518c5a17a116d0c',
  traceModifyAttestationSignature: '1d5213cd8ca391c0',
  traceModifyRequest: '88d5d5298cf25845',
  traceModifyResponse: '2b6370b3783b9c38',
  traceModifyToken: 'e24fbb34c9172424',
  traceSignApprovalRequest: 'fbea674d816f1cc8',
  traceSignAttestation: '23f5a4abf6d928ab',
  traceSignAttestationSignature: 'a3ffa02b97840886',
  traceSignRequest: '54dac6739d108480',
  traceSignResponse: '5a19ba6eb1759322',
  traceSignToken: '4a2fec7fa25dd15f',
  traceTimestampKey: '56d29639fbd6cbd7',
  unguardedRule: '92b1275473a593fa',
};

describe('every fixture is the published file, byte for byte', () => {
  it('names them all', () => expect(Object.keys(vectors).sort()).toEqual(Object.keys(published).sort()));

  for (const [name, value] of Object.entries(vectors)) {
    it(name, () => {
      expect(createHash('sha256').update(value).digest('hex').slice(0, 16)).toBe(published[name]);
    });
  }
});
