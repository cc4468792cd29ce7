import { DerReader, encodeInteger, encodeSequence } from '@quorate/der';
import { demandCount, demandItems, demandOnce } from './demand.ts';
import type { ExtensionContent } from './planned-extension.ts';

/** id-pe-tlsfeature (RFC 7633, 6). */
export const TLS_FEATURE = '1.3.6.1.5.5.7.1.24';

/** Names of TLS extensions that a certificate may promise. */
export const tlsFeatureNames: Readonly<Record<string, number>> = { status_request: 5, status_request_v2: 17 };

/**
 * The TLS feature extension (RFC 7633, 4.1): numbers of TLS extensions.
 *
 * @throws IssueError `extension-invalid`
 */
export function tlsFeature(features: readonly number[]): ExtensionContent {
  demandItems(features, 'tlsFeature');
  features.forEach((feature, i) => {
    demandCount(feature, 0, 0xffff, `tlsFeature[${i}]`);
  });
  demandOnce(features, 'tlsFeature');
  return { value: encodeSequence(...features.map(encodeInteger)), meant: { features } };
}

/** Reads the extension again. */
export function readTlsFeature(value: Uint8Array): object {
  const list = DerReader.of(value).sequence();
  const features: number[] = [];
  while (list.offset < list.end) features.push(list.smallInteger(0, 0xffff));
  return { features };
}
