/**
 * How many characters a text may have: 16 Mi, as for JSON. The policy in it may weigh 65,535 bytes like every other
 * (SKA.md 2.1); certificates and comments are what makes a text longer.
 */
export const TEXT_MAX_CHARACTERS: number = 16 * 1024 * 1024;

/** How many words, signs and comments a text may have. A policy of 1,365 approvers, the most that fit, needs 20,000. */
export const TEXT_MAX_LEXEMES = 500_000;

/** How many bytes, in UTF-8, a name may have: lengths in the binary form are 16 bits (SKA.md 2.1). */
export const NAME_MAX_BYTES = 65_535;

/** How many characters the path of a file may have: what Linux takes (PATH_MAX). */
export const PATH_MAX_CHARACTERS = 4096;

/** How many bytes a key or certificate may have, in a file or as base64: far more than a request to the HSM may hold. */
export const VALUE_MAX_BYTES: number = 1024 * 1024;
