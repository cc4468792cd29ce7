import {
  type Certificate,
  type CertificateExtensions,
  type CertificationRequest,
  certificateExtensions,
  requestExtensions,
  X509Error,
} from '@quorate/x509';

/** The decoded extensions, or why they cannot be decoded. */
export type ExtensionsReading =
  | { readonly extensions: CertificateExtensions }
  /** `name`: of the extension that cannot be. */
  | { readonly extensions: null; readonly why: string; readonly name: string | null };

/** What is said of a check that needs extensions which cannot be decoded. */
export const UNDECODED = 'the extensions cannot be decoded';

export function readExtensions(certificate: Certificate): ExtensionsReading {
  return guard(() => certificateExtensions(certificate));
}

export function readRequestExtensions(csr: CertificationRequest): ExtensionsReading {
  return guard(() => requestExtensions(csr));
}

function guard(read: () => CertificateExtensions): ExtensionsReading {
  try {
    return { extensions: read() };
  } catch (cause) {
    if (cause instanceof X509Error) return { extensions: null, why: cause.message, name: cause.extension ?? null };
    throw cause;
  }
}
