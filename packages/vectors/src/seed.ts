/**
 * The document this project began with: its key creation request with the policy, its self-sign request and the
 * answers, as published in the vendor's developer documentation (Securosys, public repository).
 */

/** `POST /v1/key`: RSA 2048, quorum 1 of 1 in all four rules, timeout 600 s. */
export const seedCreateKeyRequest: string = `{
  "label": "CA.approver.securosys.com",
  "algorithm": "RSA",
  "keySize": 2048,
  "attributes": {
    "decrypt": false,
    "sign": true,
    "unwrap": false,
    "derive": false,
    "bip32": false,
    "extractable": false,
    "modifiable": true,
    "destroyable": true
  },
  "policy": {
    "ruleUse": {
      "tokens": [
        {
          "name": "Token1",
          "timelock": 0,
          "timeout": 600,
          "groups": [
            {
              "name": "Group1",
              "quorum": 1,
              "approvals": [
                {
                  "type": "public_key",
                  "name": "ApproverKey1",
                  "value": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApLwHSQM4sd93UtEJ+t6G22sopYmL6roZxQGL0GWn7WAaiogfQ5EOM+sYQyeJgtuLQkdfwDBnScJx7IgBiOKFpXdaM9i08hSljFlbTT7zP0XjojtGD4U27nLuLqGUhmloLtc+6yBK2FL/7QWB2c9tyCgHiIhmXZesBhZRRFdrpwP66XoGIsgxt1AxFjV1z5MG0g7DULfUSqWG7gGOxvwITFwmqDwuA6rh952X5iJ7zopSSmGhrTeFrV/1Io0E8SsJhRM9m7BOdcg/X6X+5iqK5Obp6Js18Y7eddf/Q5amQSzwlXx6mJAyj2//1DnGz0UbacKStqgZZiC0xAhLEwo7XQIDAQAB"
                }
              ]
            }
          ]
        }
      ]
    },
    "ruleBlock": {
      "tokens": [
        {
          "name": "Token1",
          "timelock": 0,
          "timeout": 600,
          "groups": [
            {
              "name": "Group1",
              "quorum": 1,
              "approvals": [
                {
                  "type": "public_key",
                  "name": "ApproverKey1",
                  "value": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApLwHSQM4sd93UtEJ+t6G22sopYmL6roZxQGL0GWn7WAaiogfQ5EOM+sYQyeJgtuLQkdfwDBnScJx7IgBiOKFpXdaM9i08hSljFlbTT7zP0XjojtGD4U27nLuLqGUhmloLtc+6yBK2FL/7QWB2c9tyCgHiIhmXZesBhZRRFdrpwP66XoGIsgxt1AxFjV1z5MG0g7DULfUSqWG7gGOxvwITFwmqDwuA6rh952X5iJ7zopSSmGhrTeFrV/1Io0E8SsJhRM9m7BOdcg/X6X+5iqK5Obp6Js18Y7eddf/Q5amQSzwlXx6mJAyj2//1DnGz0UbacKStqgZZiC0xAhLEwo7XQIDAQAB"
                }
              ]
            }
          ]
        }
      ]
    },
    "ruleUnblock": {
      "tokens": [
        {
          "name": "Token1",
          "timelock": 0,
          "timeout": 600,
          "groups": [
            {
              "name": "Group1",
              "quorum": 1,
              "approvals": [
                {
                  "type": "public_key",
                  "name": "ApproverKey1",
                  "value": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApLwHSQM4sd93UtEJ+t6G22sopYmL6roZxQGL0GWn7WAaiogfQ5EOM+sYQyeJgtuLQkdfwDBnScJx7IgBiOKFpXdaM9i08hSljFlbTT7zP0XjojtGD4U27nLuLqGUhmloLtc+6yBK2FL/7QWB2c9tyCgHiIhmXZesBhZRRFdrpwP66XoGIsgxt1AxFjV1z5MG0g7DULfUSqWG7gGOxvwITFwmqDwuA6rh952X5iJ7zopSSmGhrTeFrV/1Io0E8SsJhRM9m7BOdcg/X6X+5iqK5Obp6Js18Y7eddf/Q5amQSzwlXx6mJAyj2//1DnGz0UbacKStqgZZiC0xAhLEwo7XQIDAQAB"
                }
              ]
            }
          ]
        }
      ]
    },
    "ruleModify": {
      "tokens": [
        {
          "name": "Token1",
          "timelock": 0,
          "timeout": 600,
          "groups": [
            {
              "name": "Group1",
              "quorum": 1,
              "approvals": [
                {
                  "type": "public_key",
                  "name": "ApproverKey1",
                  "value": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApLwHSQM4sd93UtEJ+t6G22sopYmL6roZxQGL0GWn7WAaiogfQ5EOM+sYQyeJgtuLQkdfwDBnScJx7IgBiOKFpXdaM9i08hSljFlbTT7zP0XjojtGD4U27nLuLqGUhmloLtc+6yBK2FL/7QWB2c9tyCgHiIhmXZesBhZRRFdrpwP66XoGIsgxt1AxFjV1z5MG0g7DULfUSqWG7gGOxvwITFwmqDwuA6rh952X5iJ7zopSSmGhrTeFrV/1Io0E8SsJhRM9m7BOdcg/X6X+5iqK5Obp6Js18Y7eddf/Q5amQSzwlXx6mJAyj2//1DnGz0UbacKStqgZZiC0xAhLEwo7XQIDAQAB"
                }
              ]
            }
          ]
        }
      ]
    },
    "keyStatus": {
      "blocked": false
    }
  }
}`;

/** `POST /v1/certificate/selfsign`: CA, 3650 days, SHA256_WITH_RSA. */
export const seedSelfSignRequest: string = `{
  "selfSignCertificateRequest": {
    "signKeyName": "CA.approver.securosys.com",
    "keyPassword": null,
    "validity": 3650,
    "signatureAlgorithm": "SHA256_WITH_RSA",
    "commonName": "Approver-Intermediate-CA",
    "certificateAuthority": true,
    "keyUsage": [
      "DIGITAL_SIGNATURE",
      "KEY_CERT_SIGN"
    ],
    "extendedKeyUsage": [
      "ANY_EXTENDED_KEY_USAGE"
    ]
  }
}`;

/** The answer to it. */
export const seedSelfSignResponse: string = `{
  "signRequestId": "1c82583f-2cd2-486d-8b03-63f91aad9b7a"
}`;

/** `GET /v1/request/{id}` after the approval: it carries another id, and its result is the string `"true"`. */
export const seedRequestStatus: string = `{
  "id": "bb65ec3e-e6c2-4368-9994-188a2c444cee",
  "status": "EXECUTED",
  "executionTime": "2024-01-23T10:54:43Z",
  "approvedBy": [
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApLwHSQM4sd93UtEJ+t6G22sopYmL6roZxQGL0GWn7WAaiogfQ5EOM+sYQyeJgtuLQkdfwDBnScJx7IgBiOKFpXdaM9i08hSljFlbTT7zP0XjojtGD4U27nLuLqGUhmloLtc+6yBK2FL/7QWB2c9tyCgHiIhmXZesBhZRRFdrpwP66XoGIsgxt1AxFjV1z5MG0g7DULfUSqWG7gGOxvwITFwmqDwuA6rh952X5iJ7zopSSmGhrTeFrV/1Io0E8SsJhRM9m7BOdcg/X6X+5iqK5Obp6Js18Y7eddf/Q5amQSzwlXx6mJAyj2//1DnGz0UbacKStqgZZiC0xAhLEwo7XQIDAQAB"
  ],
  "notYetApprovedBy": [],
  "rejectedBy": [],
  "result": "true"
}`;
