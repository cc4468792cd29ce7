/** As much of two untyped libraries as the benchmarks call. */
declare module 'jsrsasign' {
  const jsrsasign: { X509: new () => { readCertHex(hex: string): void; getParam(): unknown } };
  export default jsrsasign;
}

declare module 'node-forge' {
  const forge: {
    asn1: { fromDer(binary: string): unknown };
    pki: { certificateFromAsn1(certificate: unknown): unknown };
  };
  export default forge;
}
