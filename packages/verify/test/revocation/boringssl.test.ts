import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { X509Error } from '@quorate/x509';
import { describe, expect, it } from 'vitest';
import { ask, derOf, idsOf } from './support/ask.ts';

interface Divergence {
  readonly id: string;
  readonly suite: string;
  readonly ours: string;
  readonly reason: string;
}

interface Suite<Case> {
  readonly cases: readonly Case[];
}

interface CrlCase {
  readonly id: string;
  readonly crl: string;
  readonly cert: string;
  readonly issuers: readonly [string, ...string[]];
  readonly time: string;
  readonly maxAgeSeconds: number;
  readonly expected: string;
}

interface OcspCase {
  readonly id: string;
  readonly response: string;
  readonly cert: string;
  readonly issuer: string;
  readonly time: string;
  readonly maxAgeSeconds: number;
  readonly expectedStatus: string;
}

const divergences = JSON.parse(readFileSync(new URL('divergences.json', import.meta.url), 'utf8')) as Record<
  'boringssl-crl' | 'boringssl-ocsp',
  readonly Divergence[]
>;

function suite<Case>(name: string): readonly Case[] {
  return (JSON.parse(readFileSync(suiteFile(`${name}/cases.json`), 'utf8')) as Suite<Case>).cases;
}

/** Where the answers are not those of the suite, in the order of the cases. */
function differences(answers: readonly Pick<Divergence, 'id' | 'suite' | 'ours'>[]): object[] {
  return answers
    .filter(({ suite, ours }) => ours.replace('undetermined', 'unknown') !== suite)
    .map(({ id, suite, ours }) => ({ id, suite, ours }));
}

const withoutReason = (list: readonly Divergence[]): object[] =>
  list.map(({ id, suite, ours }) => ({ id, suite, ours }));

describeConformance('BoringSSL revocation', () => {
  describe('boringssl-crl', () => {
    const answers = suite<CrlCase>('boringssl-crl').map((each) => {
      const [issuer, ...authorities] = each.issuers;
      const status = ask({
        certificate: derOf(each.cert),
        issuer: derOf(issuer),
        authorities: authorities.map(derOf),
        crls: [derOf(each.crl)],
        time: each.time,
        maxAge: each.maxAgeSeconds,
      });
      return { id: each.id, suite: each.expected, ours: status.status, why: idsOf(status) };
    });

    it('has 37 cases, of which 35 have the answer of the suite and the others an entry with a reason', () => {
      expect(answers).toHaveLength(37);
      expect(withoutReason(divergences['boringssl-crl'])).toEqual(differences(answers));
      expect(divergences['boringssl-crl']).toHaveLength(2);
    });

    it('says why a CRL is of no use', () => {
      const why = Object.fromEntries(
        answers.filter(({ ours }) => ours === 'undetermined').map(({ id, why }) => [id, why]),
      );
      expect(why).toMatchInlineSnapshot(`
        {
          "bad_fake_critical_crlentryextension": [
            "revocation.critical",
          ],
          "bad_fake_critical_extension": [
            "revocation.critical",
          ],
          "bad_idp_contains_wrong_uri": [
            "revocation.scope",
          ],
          "bad_idp_onlycontainscacerts": [
            "revocation.scope",
          ],
          "bad_idp_onlycontainscacerts_no_basic_constraints": [
            "revocation.scope",
          ],
          "bad_idp_onlycontainsusercerts": [
            "revocation.scope",
          ],
          "bad_idp_uri_and_onlycontainscacerts": [
            "revocation.scope",
          ],
          "bad_idp_uri_and_onlycontainsusercerts": [
            "revocation.scope",
          ],
          "bad_key_rollover_signature": [
            "revocation.signature",
          ],
          "bad_nextupdate_too_old": [
            "revocation.expired",
          ],
          "bad_signature": [
            "revocation.signature",
          ],
          "bad_thisupdate_in_future": [
            "revocation.not-yet-valid",
          ],
          "bad_thisupdate_too_old": [
            "revocation.too-old",
          ],
          "bad_wrong_issuer": [
            "revocation.issuer",
          ],
        }
      `);
    });
  });

  describe('boringssl-ocsp', () => {
    const answers = suite<OcspCase>('boringssl-ocsp').map((each) => {
      const answer = { id: each.id, suite: each.expectedStatus };
      try {
        const status = ask({
          certificate: derOf(each.cert),
          issuer: derOf(each.issuer),
          ocsp: [derOf(each.response)],
          time: each.time,
          maxAge: each.maxAgeSeconds,
        });
        return { ...answer, ours: status.status, why: idsOf(status) };
      } catch (cause) {
        // The certificate that is asked about cannot be read.
        if (cause instanceof X509Error) return { ...answer, ours: 'certificate refused', why: [cause.code] };
        throw cause;
      }
    });

    it('has 22 cases, and the answers of the suite but for those with an entry', () => {
      expect(answers).toHaveLength(22);
      expect(withoutReason(divergences['boringssl-ocsp'])).toEqual(differences(answers));
      expect(divergences['boringssl-ocsp']).toHaveLength(1);
    });

    it('says why a response is of no use', () => {
      const why = Object.fromEntries(
        answers.filter(({ ours }) => ours === 'undetermined').map(({ id, why }) => [id, why]),
      );
      expect(why).toMatchInlineSnapshot(`
        {
          "bad_ocsp_type": [
            "revocation.ocsp-empty",
          ],
          "bad_signature": [
            "revocation.ocsp-signature",
          ],
          "bad_status": [
            "revocation.malformed",
          ],
          "invalid_response": [
            "revocation.malformed",
          ],
          "invalid_response_data": [
            "revocation.malformed",
          ],
          "malformed_request": [
            "revocation.ocsp-empty",
          ],
          "missing_response": [
            "revocation.issuer",
          ],
          "no_response": [
            "revocation.issuer",
          ],
          "other_response": [
            "revocation.issuer",
          ],
          "unknown_response": [
            "revocation.ocsp-unknown",
          ],
        }
      `);
    });
  });
});
