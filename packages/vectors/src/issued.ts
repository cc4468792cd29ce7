/**
 * A CSR, the certificate that an SKA CA key issued for it in January 2024, and the two requests that asked for them, as
 * published in the vendor's developer documentation (Securosys, public repository).
 * The certificate of the CA is not public. In the published sign request a comma is missing after the CSR; here it is
 * mended and a remark stands in place of the CSR.
 */
import { base64 } from '@scure/base';

/** `POST /v1/certificate/request`. */
export const issuedCsrRequest: string = `{
  "csrSignRequest": {
    "signKeyName": "sub.approver.securosys.com",
    "keyPassword": null,
    "signatureAlgorithm": "SHA256_WITH_RSA",
    "validity": 365,
    "standardCertificateAttributes": {
      "commonName": "Approver-Intermediate-SUB"
    },
    "keyUsage": [
      "DIGITAL_SIGNATURE"
    ],
    "extendedKeyUsage": [
      "CODE_SIGNING"
    ]
  }
}`;

/** `POST /v1/certificate/sign`. */
export const issuedSignRequest: string = `{
  "signCertificateRequest": {
    "signKeyName": "CA.approver.securosys.com",
    "keyPassword": null,
    "signatureAlgorithm": "SHA256_WITH_RSA",
    "commonName": "Approver-Intermediate-SUB",
    "certificateAuthority": false,
    "certificateSigningRequest": "(the CSR in subject.csr.der, PEM)",
    "keyUsage": [
      "DIGITAL_SIGNATURE"
    ],
    "extendedKeyUsage": [
      "ANY_EXTENDED_KEY_USAGE"
    ]
  }
}`;

/** The CSR, DER. */
export const issuedCsr: Uint8Array = base64.decode(
  'MIICwTCCAakCAQAwJDEiMCAGA1UEAxMZQXBwcm92ZXItSW50ZXJtZWRpYXRlLVNVQjCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoC' +
    'ggEBANjDXt9f/RiTP/RTATm7hTdx2/js6jKvyl7n2vGgAqTnf7CYgcMJxgAhDMxBp3DTxNGuX8xzmC+8Qa0h273wxhk63lYnX4eZQ71R' +
    'j2JJgbMN3mkZBKk+B6u3SOzBrm9t6K6KRsrW9mkc+1VQhbq3WgPKJj0idq6T7DJd5c2fHnSglCF9dqUoG1WmjZ+QHXDjX6taSONFDP4u' +
    '62WJmrfg852P4QY1DN4+ztPJdzi1ntwTFU5bmMsth+xAQwH0RlSfvYzntuaDlomMLw2d+UnfIdGaOmLGexzRAWR8cvcHE0izabFTN4zM' +
    '1Swwg+memtqI2JlPpIU9YVSYOsGJwruJ17ECAwEAAaBYMFYGCSqGSIb3DQEJDjFJMEcwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwMwDgYD' +
    'VR0PAQH/BAQDAgeAMB0GA1UdDgQWBBRVQ31xCrWXfYZuBDzpZNVGn4S7yTANBgkqhkiG9w0BAQsFAAOCAQEAaeZMIUZfiiMKctVSxAxn' +
    'gTS6DdCHYPPArXsyuFnpaeBxAk4AegAMf3SVsVFUQX7VFfSwh/sK5Hq6n2ARXiBHqFp7FlDGA8piCq+LDhJ7gj0ZEmnrJrdpzHgwF9kE' +
    'zwscXlev41SNDyANbIglZpXhALNmPZBzeG9Lu6Q79/XDKHkR6b1Klk/V6VPpoWjEqGdIxGg7t6DW2QolRoFdvu5qSB646mRPcmGqgblU' +
    '2kGTS294C9ZhjnZsc6YUP+5/sP9CNCPuZtAgHrP+t52EC7rAk1jRc+XGUp86pXDV1nMrBAEQldIqCzXtYhSZKHgHEmi7M719tu+dFnSA' +
    'VuXZxbfL2g==',
);

/** The certificate that came back, DER. */
export const issuedCertificate: Uint8Array = base64.decode(
  'MIIC8jCCAdqgAwIBAgIBADANBgkqhkiG9w0BAQsFADARMQ8wDQYDVQQDEwZDQS1LZXkwHhcNMjQwMTIzMDAwMDAwWhcNMjQwNDIyMDAw' +
    'MDAwWjAkMSIwIAYDVQQDExlBcHByb3Zlci1JbnRlcm1lZGlhdGUtU1VCMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2MNe' +
    '31/9GJM/9FMBObuFN3Hb+OzqMq/KXufa8aACpOd/sJiBwwnGACEMzEGncNPE0a5fzHOYL7xBrSHbvfDGGTreVidfh5lDvVGPYkmBsw3e' +
    'aRkEqT4Hq7dI7MGub23oropGytb2aRz7VVCFurdaA8omPSJ2rpPsMl3lzZ8edKCUIX12pSgbVaaNn5AdcONfq1pI40UM/i7rZYmat+Dz' +
    'nY/hBjUM3j7O08l3OLWe3BMVTluYyy2H7EBDAfRGVJ+9jOe25oOWiYwvDZ35Sd8h0Zo6YsZ7HNEBZHxy9wcTSLNpsVM3jMzVLDCD6Z6a' +
    '2ojYmU+khT1hVJg6wYnCu4nXsQIDAQABo0IwQDAfBgNVHSMEGDAWgBSIqh0XCn5r6loXgfWz004YMa3vSzAdBgNVHQ4EFgQUVUN9cQq1' +
    'l32GbgQ86WTVRp+Eu8kwDQYJKoZIhvcNAQELBQADggEBAI5vB0sxjI2Y/LG2sQNajsXM1ZmVilVkx7XSL8x8SBTogD4FgykfWhRA68E1' +
    'ehwYUPE8Nj49wASZ3e4rSFW8JodjWlUov8vojvNrURlgg/Qn8yBtqBIIQ32NlEMAzCqWBOyTNjGsMNQuj2JoT00oNO5kYj0dWGS8ZRvX' +
    '6OdPnwdoyPFqtARjZJS4R+W2COljAW/pQ8YOKWudGPhrUUCwdQxYZP7XZ7rlCWBHwYif8+8rdgbgIb7xPeyUXNRovu9lExV9wIrHI7QV' +
    'KXNSB1Svgt51NHutIypcpW2RZg+Pt/wE/E9Lsfk3/P6jbv6nnFl2P5X6WfQRZW9L8t85H8bgN2Q=',
);
