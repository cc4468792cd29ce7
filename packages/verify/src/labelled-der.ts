/** DER, and what findings call it when it cannot be read: the name of a file, say. */
export interface LabelledDer {
  readonly der: Uint8Array;
  readonly label: string;
}
