import { DerError } from '@quorate/der';
import { isRsaKey } from '../../find/keys.ts';
import { readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const rsaKeyForm: Rule = defineRule({
  id: 'rsa-key-form',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an RSA key is a modulus and an exponent',
  description:
    'The octets of an RSA key are RSAPublicKey in DER: a SEQUENCE of two INTEGERs, modulus and public ' +
    'exponent, with nothing behind them.',
  citation: 'RFC 3279, 2.3.1',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'encode the key as RSAPublicKey in DER',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey: { subjectPublicKey: at } }) => {
    try {
      const whole = readerOf(at);
      const fields = whole.sequence();
      whole.finish();
      fields.integerBytes();
      fields.integerBytes();
      fields.finish();
      return [];
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      return [{ message: `the RSA key is not of two INTEGERs: ${error.message}`, where: 'publicKey', at }];
    }
  },
});
