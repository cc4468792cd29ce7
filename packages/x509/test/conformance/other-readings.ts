import others from './other-readings.json' with { type: 'json' };

/** Where another reader finds something else in a certificate of the suites, and why it is the one that is wrong. */
interface OtherReading {
  readonly reader: string;
  readonly field: string;
  readonly reason: string;
  readonly certificates: readonly string[];
}

const listed: readonly OtherReading[] = others;

/** The differences that are listed for a reader, each as its field and the certificate; sorted. */
export function listedDifferences(reader: string): string[] {
  return listed
    .filter((entry) => entry.reader === reader)
    .flatMap(({ field, certificates, reason }) => {
      if (reason.length < 20) throw new Error(`${reader}, ${field}: a difference without a reason`);
      return certificates.map((id) => `${field} ${id}`);
    })
    .sort();
}
