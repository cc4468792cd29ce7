import { postQuantum } from '@quorate/crypto/post-quantum';
import { type CertificateProfile, readProfile } from '@quorate/issue';
import type { Context } from '../context.ts';
import { reading } from '../unusable.ts';
import { loadData } from './data.ts';

const EXPECTED = 'a certificate profile';

/** Reads a profile, JSON or YAML. */
export async function loadProfile(context: Context, file: string): Promise<CertificateProfile> {
  const value = await loadData(context, file, EXPECTED);
  const next = `${file} should be ${EXPECTED}; \`quorate issue init\` prints one`;
  return reading(file, () => readProfile(value, { algorithms: postQuantum }), next);
}
