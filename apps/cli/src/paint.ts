import picocolors from 'picocolors';

/** Colour for words that carry weight; plain text where there is no terminal. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly careful: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

export function paintFor(colour: boolean): Paint {
  const colours = picocolors.createColors(colour);
  return {
    good: colours.green,
    bad: (text) => colours.bold(colours.red(text)),
    careful: colours.yellow,
    faint: colours.dim,
    strong: colours.bold,
  };
}
