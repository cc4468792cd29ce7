/**
 * The second half of the conversation: a derived key signs the eight bytes `Halloasd` under the new policy. As
 * published in the vendor's developer documentation (Securosys, public repository).
 * Neither public key at the end was published: the timestamp key is the one recoverable from both ECDSA signatures, the
 * attestation key's modulus is the greatest common divisor of what both RSA signatures leave.
 */
import { base64 } from '@scure/base';

/** `POST /v1/sign`. */
export const traceSignRequest: string = `{
  "signRequest": {
    "payload": "SGFsbG9hc2Q=",
    "payloadType": "UNSPECIFIED",
    "signKeyName": "TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'",
    "keyPassword": null,
    "metaData": "U29tZU1ldGFEYXRh",
    "metaDataSignature": "TWV0YURhdGFTaWduYXR1cmU=",
    "signatureAlgorithm": "EDDSA",
    "signatureType": null
  },
  "requestSignature": null
}`;

/** The answer to it. */
export const traceSignResponse: string = `{
  "signRequestId": "1c5bc570-e41c-47c2-bc1a-82ecf4376d08"
}`;

/** `POST /v1/filteredSignApprovalTask`. */
export const traceFetchSignTasksRequest: string = `{
  "timestamp": "2024-08-14T20:03:02+02:00",
  "timestampSignature": "MEQCICyBxty37ZpPPzub83bSZsbVkUqf6n4z+0/UXSo4FIqOAiBOVDHpq2K0wKTJTfBWu3fGZViDZ0tWI08rG5CTKCl4Rg==",
  "timestampSigningCertificate": null,
  "approverPublicKey": "MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAExj9TiTebXvwks88DGbBq0MPcGwpZ8yxKZOfEyDMHE3KXTQXadp6z2fVFNFcDHszl9fU9ilLqtcNxx3lGJE1eqA==",
  "approverCertificate": null,
  "timestampDigestAlgorithm": "SHA-256",
  "id": null,
  "requestId": null,
  "detailLevel": "level5",
  "paging": null
}`;

/** The answer: one task. */
export const traceFetchSignTasksResponse: string = `{
  "tasks": [
    {
      "detailLevel": "level5",
      "id": "7c768f4d-d221-4b88-b32b-a7a932108013",
      "approvalToBeSigned": "6AAAADsABAABAAAAAhA2AFRFU1RLRVkyMDI0LTA4LTE0XzIwLTAyLTQ4LjcyMTY4MDE2MjU3MDIwLzQ0Jy8wJy8wJy8wJwAAVBA0ADAAAABXEAgASGFsbG9hc2QHAQgAVvG8ZgAAAAACEBIAdGVzdC10aW1lc3RhbXAta2V5AABWEFkAMFcwDAYIKoZIzj0EAwIFAANHADBEAiAFNEFP55QP+X+QZoLm1rwCbkfO4gfwRZTPLrJicJtTowIgP0GZsXDbDQOsMNDhnyEF1KMpciImARKKMoDcqLdAVBQAAABXEAgASGFsbG9hc2Q=",
      "approverPublicKey": "MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAExj9TiTebXvwks88DGbBq0MPcGwpZ8yxKZOfEyDMHE3KXTQXadp6z2fVFNFcDHszl9fU9ilLqtcNxx3lGJE1eqA==",
      "metaData": "U29tZU1ldGFEYXRh",
      "metaDataSignature": "TWV0YURhdGFTaWduYXR1cmU=",
      "payload": "SGFsbG9hc2Q=",
      "payloadType": "UNSPECIFIED",
      "requestBase64": "eyJzaWduUmVxdWVzdCI6eyJwYXlsb2FkIjoiU0dGc2JHOWhjMlE9IiwicGF5bG9hZFR5cGUiOiJVTlNQRUNJRklFRCIsInNpZ25LZXlOYW1lIjoiVEVTVEtFWTIwMjQtMDgtMTRfMjAtMDItNDguNzIxNjgwMTYyNTcwMjAvNDQnLzAnLzAnLzAnIiwia2V5UGFzc3dvcmQiOm51bGwsIm1ldGFEYXRhIjoiVTI5dFpVMWxkR0ZFWVhSaCIsIm1ldGFEYXRhU2lnbmF0dXJlIjoiVFdWMFlVUmhkR0ZUYVdkdVlYUjFjbVU9Iiwic2lnbmF0dXJlQWxnb3JpdGhtIjoiRUREU0EiLCJzaWduYXR1cmVUeXBlIjpudWxsfSwicmVxdWVzdFNpZ25hdHVyZSI6bnVsbH0=",
      "signedSignRequest": {
        "signRequest": {
          "payload": "SGFsbG9hc2Q=",
          "payloadType": "UNSPECIFIED",
          "signKeyName": "TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'",
          "keyPassword": null,
          "metaData": "U29tZU1ldGFEYXRh",
          "metaDataSignature": "TWV0YURhdGFTaWduYXR1cmU=",
          "signatureAlgorithm": "EDDSA",
          "signatureType": null
        },
        "requestSignature": null
      },
      "signedModifyKeyRequest": null,
      "signedBlockKeyRequest": null,
      "signedUnblockKeyRequest": null,
      "signedDecryptRequest": null,
      "signedUnwrapKeyRequest": null,
      "signedCertificateRequestRequest": null,
      "signedSignCertificateRequest": null,
      "signedSelfSignCertificateRequestDto": null,
      "timestamp": "MAAAAFcQCABIYWxsb2FzZAcBCABW8bxmAAAAAAIQEgB0ZXN0LXRpbWVzdGFtcC1rZXkAAA==",
      "timestampSignature": "MEQCIAU0QU/nlA/5f5BmgubWvAJuR87iB/BFlM8usmJwm1OjAiA/QZmxcNsNA6ww0OGfIQXUoylyIiYBEooygNyot0BUFA==",
      "timestampSignatureAlgorithm": "SHA256_WITH_ECDSA",
      "timestampSignatureWithAlgorithm": "MEUwDAYIKoZIzj0EAwIFAAM1ADAAAABXEAgASGFsbG9hc2QHAQgAVvG8ZgAAAAACEBIAdGVzdC10aW1lc3RhbXAta2V5AAA=",
      "keyAttributes": "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n<private_key creation=\\"imported\\" storage=\\"external\\">\\n\\t<uuid>F6474FFA-F68EC585-383412B7-41EDAA40</uuid>\\n\\t<label>TESTKEY2024-08-14_20-02-48.72168016257020/44&apos;/0&apos;/0&apos;/0&apos;</label>\\n\\t<create_time>2024-08-14T18:03:03Z</create_time>\\n\\t<attest_time>2024-08-14T18:03:04Z</attest_time>\\n\\t<algorithm>ED</algorithm>\\n\\t<algorithm_oid>1.3.101.112</algorithm_oid>\\n\\t<public_key>MCowBQYDK2VwAyEATF9NOmF1F+54cx6pNwh4TuHZp8QR5kJ1F47/vytYIO0=</public_key>\\n\\t<derivation_value type=\\"ADA/SLIP-10\\">44CB4957F0271F4AC1EAFE5E30ED34FCDAE1467ABEBD714D58DFB4FEE6367C6F</derivation_value>\\n\\t<attributes>\\n\\t\\t<decrypt>true</decrypt>\\n\\t\\t<sign>true</sign>\\n\\t\\t<unwrap>true</unwrap>\\n\\t\\t<derive>true</derive>\\n\\t\\t<sensitive>true</sensitive>\\n\\t\\t<always_sensitive>true</always_sensitive>\\n\\t\\t<extractable>false</extractable>\\n\\t\\t<never_extractable>true</never_extractable>\\n\\t\\t<modifiable>true</modifiable>\\n\\t\\t<copyable>false</copyable>\\n\\t\\t<destroyable>true</destroyable>\\n\\t\\t<unique>false</unique>\\n\\t</attributes>\\n\\t<policy>\\n\\t\\t<key_status>\\n\\t\\t\\t<blocked>false</blocked>\\n\\t\\t</key_status>\\n\\t\\t<rule_use>\\n\\t\\t\\t<token name=\\"Token1\\">\\n\\t\\t\\t\\t<timelock>0</timelock>\\n\\t\\t\\t\\t<timeout>600</timeout>\\n\\t\\t\\t\\t<group name=\\"Group1\\">\\n\\t\\t\\t\\t\\t<quorum>1</quorum>\\n\\t\\t\\t\\t\\t<approval type=\\"public_key\\" name=\\"ApproverKey1\\">MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAExj9TiTebXvwks88DGbBq0MPcGwpZ8yxKZOfEyDMHE3KXTQXadp6z2fVFNFcDHszl9fU9ilLqtcNxx3lGJE1eqA==</approval>\\n\\t\\t\\t\\t</group>\\n\\t\\t\\t</token>\\n\\t\\t</rule_use>\\n\\t\\t<rule_block>\\n\\t\\t\\t<token name=\\"Token1\\">\\n\\t\\t\\t\\t<timelock>180</timelock>\\n\\t\\t\\t\\t<timeout>180</timeout>\\n\\t\\t\\t\\t<group name=\\"Group1\\">\\n\\t\\t\\t\\t\\t<quorum>1</quorum>\\n\\t\\t\\t\\t\\t<approval type=\\"public_key\\" name=\\"ApproverKey1\\">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>\\n\\t\\t\\t\\t</group>\\n\\t\\t\\t</token>\\n\\t\\t</rule_block>\\n\\t\\t<rule_unblock>\\n\\t\\t\\t<token name=\\"Token1\\">\\n\\t\\t\\t\\t<timelock>180</timelock>\\n\\t\\t\\t\\t<timeout>180</timeout>\\n\\t\\t\\t\\t<group name=\\"Group1\\">\\n\\t\\t\\t\\t\\t<quorum>1</quorum>\\n\\t\\t\\t\\t\\t<approval type=\\"public_key\\" name=\\"ApproverKey1\\">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>\\n\\t\\t\\t\\t</group>\\n\\t\\t\\t</token>\\n\\t\\t</rule_unblock>\\n\\t\\t<rule_modify>\\n\\t\\t\\t<token name=\\"Token1\\">\\n\\t\\t\\t\\t<timelock>180</timelock>\\n\\t\\t\\t\\t<timeout>180</timeout>\\n\\t\\t\\t\\t<group name=\\"Group1\\">\\n\\t\\t\\t\\t\\t<quorum>1</quorum>\\n\\t\\t\\t\\t\\t<approval type=\\"public_key\\" name=\\"ApproverKey1\\">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>\\n\\t\\t\\t\\t</group>\\n\\t\\t\\t</token>\\n\\t\\t</rule_modify>\\n\\t</policy>\\n</private_key>\\n\\n",
      "keyAttributesSignature": "g57p3BWHwaRihZhfea5Ba8S+AhW+Y/QUUcjrhcosvDpONFlYMmMYGD3M5IBO8tNV5NN5gX98AzpNC8nTysBOePZkB9fth8x4ulagzdWh0gukJVNaMlqQk+BJHh0X86a92zGZm7//Ubp8wPbuByK4IooJN6zDb5+o9KexlF4v78x1/6yrSd+Oy37VjfxdU/96/rzxK92xGohhJCz7pZm1jEB5UkNQebdGoQRzpFj9PCpb7yGSdDYqIc1Jhgrn82cV2zB8mlbt9+lx6jDAbnhJ2NK0Qs6CRZvxjtoo6FxxeJ/vBdGqkd6y8RF/Y+noC0RCRhrB5vJ62RXD/FS0vlHPtL6ROsl/bGDeD9kisMv5FIYwrKdeG44DCPQTmFQI7GrAbIDkBOqi+A6+7OeyfaqfgIKX/PWV00m0cj7UNu1eJJsI3CQCT+lmWsR7sRQ06eiB+1INE/w/8PZrrue+hY2mVehhtXK3ZwJkIJ6IOM1nUd2rE77OYUxwxdK8PeZCihXc"
    }
  ]
}`;

/** `POST /v1/approval` by the secp256k1 approver. */
export const traceSignApprovalRequest: string = `{
  "id": "7c768f4d-d221-4b88-b32b-a7a932108013",
  "approvalToBeSigned": "6AAAADsABAABAAAAAhA2AFRFU1RLRVkyMDI0LTA4LTE0XzIwLTAyLTQ4LjcyMTY4MDE2MjU3MDIwLzQ0Jy8wJy8wJy8wJwAAVBA0ADAAAABXEAgASGFsbG9hc2QHAQgAVvG8ZgAAAAACEBIAdGVzdC10aW1lc3RhbXAta2V5AABWEFkAMFcwDAYIKoZIzj0EAwIFAANHADBEAiAFNEFP55QP+X+QZoLm1rwCbkfO4gfwRZTPLrJicJtTowIgP0GZsXDbDQOsMNDhnyEF1KMpciImARKKMoDcqLdAVBQAAABXEAgASGFsbG9hc2Q=",
  "signature": "MEYCIQDeoI7iRXVzwK/bbgXPK0qTERt5+eIK+uzQQqBC/+egogIhAMp4d5dnJ6qUHeBNybiNkiSgZETJ3Owpuoos6yLpXFDA",
  "approvalDigestAlgorithm": "SHA-256",
  "approverPublicKey": "MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAExj9TiTebXvwks88DGbBq0MPcGwpZ8yxKZOfEyDMHE3KXTQXadp6z2fVFNFcDHszl9fU9ilLqtcNxx3lGJE1eqA==",
  "approverCertificate": null
}`;

/** The approval token of the sign request, 236 bytes. */
export const traceSignToken: Uint8Array = base64.decode(
  '6AAAADsABAABAAAAAhA2AFRFU1RLRVkyMDI0LTA4LTE0XzIwLTAyLTQ4LjcyMTY4MDE2MjU3MDIwLzQ0Jy8wJy8wJy8wJwAAVBA0ADAA' +
    'AABXEAgASGFsbG9hc2QHAQgAVvG8ZgAAAAACEBIAdGVzdC10aW1lc3RhbXAta2V5AABWEFkAMFcwDAYIKoZIzj0EAwIFAANHADBEAiAF' +
    'NEFP55QP+X+QZoLm1rwCbkfO4gfwRZTPLrJicJtTowIgP0GZsXDbDQOsMNDhnyEF1KMpciImARKKMoDcqLdAVBQAAABXEAgASGFsbG9h' +
    'c2Q=',
);

/** What the HSM states of the derived key; ends in two line feeds. */
export const traceSignAttestation: string = `<?xml version="1.0" encoding="UTF-8"?>
<private_key creation="imported" storage="external">
	<uuid>F6474FFA-F68EC585-383412B7-41EDAA40</uuid>
	<label>TESTKEY2024-08-14_20-02-48.72168016257020/44&apos;/0&apos;/0&apos;/0&apos;</label>
	<create_time>2024-08-14T18:03:03Z</create_time>
	<attest_time>2024-08-14T18:03:04Z</attest_time>
	<algorithm>ED</algorithm>
	<algorithm_oid>1.3.101.112</algorithm_oid>
	<public_key>MCowBQYDK2VwAyEATF9NOmF1F+54cx6pNwh4TuHZp8QR5kJ1F47/vytYIO0=</public_key>
	<derivation_value type="ADA/SLIP-10">44CB4957F0271F4AC1EAFE5E30ED34FCDAE1467ABEBD714D58DFB4FEE6367C6F</derivation_value>
	<attributes>
		<decrypt>true</decrypt>
		<sign>true</sign>
		<unwrap>true</unwrap>
		<derive>true</derive>
		<sensitive>true</sensitive>
		<always_sensitive>true</always_sensitive>
		<extractable>false</extractable>
		<never_extractable>true</never_extractable>
		<modifiable>true</modifiable>
		<copyable>false</copyable>
		<destroyable>true</destroyable>
		<unique>false</unique>
	</attributes>
	<policy>
		<key_status>
			<blocked>false</blocked>
		</key_status>
		<rule_use>
			<token name="Token1">
				<timelock>0</timelock>
				<timeout>600</timeout>
				<group name="Group1">
					<quorum>1</quorum>
					<approval type="public_key" name="ApproverKey1">MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAExj9TiTebXvwks88DGbBq0MPcGwpZ8yxKZOfEyDMHE3KXTQXadp6z2fVFNFcDHszl9fU9ilLqtcNxx3lGJE1eqA==</approval>
				</group>
			</token>
		</rule_use>
		<rule_block>
			<token name="Token1">
				<timelock>180</timelock>
				<timeout>180</timeout>
				<group name="Group1">
					<quorum>1</quorum>
					<approval type="public_key" name="ApproverKey1">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>
				</group>
			</token>
		</rule_block>
		<rule_unblock>
			<token name="Token1">
				<timelock>180</timelock>
				<timeout>180</timeout>
				<group name="Group1">
					<quorum>1</quorum>
					<approval type="public_key" name="ApproverKey1">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>
				</group>
			</token>
		</rule_unblock>
		<rule_modify>
			<token name="Token1">
				<timelock>180</timelock>
				<timeout>180</timeout>
				<group name="Group1">
					<quorum>1</quorum>
					<approval type="public_key" name="ApproverKey1">MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEkfktKPbQR0EHSzTOEma9SlWRxenH5qv1uTAUphH4lq2G0WdYSVYeLAFFFWZCrAiksxxke5iFnW2+rA/fc619RqOoKrXpK/BGxEdhvkw1rYpZODe1BNEo9oqyS0+lFa+</approval>
				</group>
			</token>
		</rule_modify>
	</policy>
</private_key>

`;

/** RSA PKCS#1 v1.5 with SHA-256 over its UTF-8 bytes. */
export const traceSignAttestationSignature: Uint8Array = base64.decode(
  'g57p3BWHwaRihZhfea5Ba8S+AhW+Y/QUUcjrhcosvDpONFlYMmMYGD3M5IBO8tNV5NN5gX98AzpNC8nTysBOePZkB9fth8x4ulagzdWh' +
    '0gukJVNaMlqQk+BJHh0X86a92zGZm7//Ubp8wPbuByK4IooJN6zDb5+o9KexlF4v78x1/6yrSd+Oy37VjfxdU/96/rzxK92xGohhJCz7' +
    'pZm1jEB5UkNQebdGoQRzpFj9PCpb7yGSdDYqIc1Jhgrn82cV2zB8mlbt9+lx6jDAbnhJ2NK0Qs6CRZvxjtoo6FxxeJ/vBdGqkd6y8RF/' +
    'Y+noC0RCRhrB5vJ62RXD/FS0vlHPtL6ROsl/bGDeD9kisMv5FIYwrKdeG44DCPQTmFQI7GrAbIDkBOqi+A6+7OeyfaqfgIKX/PWV00m0' +
    'cj7UNu1eJJsI3CQCT+lmWsR7sRQ06eiB+1INE/w/8PZrrue+hY2mVehhtXK3ZwJkIJ6IOM1nUd2rE77OYUxwxdK8PeZCihXc',
);

/** SubjectPublicKeyInfo of `test-timestamp-key` (secp256k1). */
export const traceTimestampKey: Uint8Array = base64.decode(
  'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEj4dTa0eMaheHP1Hs48gQRKpDU57SDi3UgSDTpyl/PgvrcwCJSmcFG/GKwNicnaBGO1g1ym5H' +
    'Q1QPH1noTdAUDg==',
);

/** SubjectPublicKeyInfo of the attestation key (RSA 3072). */
export const traceAttestationKey: Uint8Array = base64.decode(
  'MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAzgPqQ+hYusPjJkfHJwEMXbKC/BH9zZpQ22jj9RhX4Xi5EJJCw8/0371LD0j+' +
    '3Yj7F+XQx5uFVT+vjZgMPRC1nQrqudR0a0bkf4s1cuMFe5pv1uNiILhsUKfSrhkkC4A8ZjwD/tmXKqrbXmJXiwEJHL34zxxohMHs6FcO' +
    'v+MQZNSz2112JUhGu+Rne+iSfWJCCFgSRZyrCNywnL2yYP4bpmeCsijjvyVqtIhE2FT7ZyDNhvAf2drJ23wn8YmtsF22e6Ja9Pd9t+Lv' +
    '8lfyp3boz1RN+IJElXw17WF7rdCo9KBcgJyOe9jIfKAoDhKD9DTCNvHp5q0GO40Gw01p9LCLBHiVIi/piN35wjbRgs6XZ+pR4mQvl+d8' +
    'Y7BeNCiyEga4I8b8EIJu8GUc+mP+vjg9HG4P/gnLjizbky9I8bZHV8B76hqO8WP9+RgSoAlUcvEv71k+71qBe21OKwO43TnQ/9VjwASn' +
    'pMnPCcM3Uh62F3JPMK+2au0Z6K7wiLSeo3g7AgMBAAE=',
);
