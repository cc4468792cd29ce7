import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.uri('https://*.example.org/')),
  passes: san(general.uri('https://www.example.org/')),
  moreFails: [
    { kind: 'certificate', der: san(general.uri('https://localhost/')) },
    { kind: 'certificate', der: san(general.uri('ldap:///cn=x')) },
    { kind: 'certificate', der: san(general.uri('https://1.2.3.256/')) },
    { kind: 'certificate', der: san(general.uri('https://1.2.3/')) },
    { kind: 'certificate', der: san(general.uri('https://[::1/')) },
    { kind: 'certificate', der: san(general.uri('https://a_b.example.org')) },
    { kind: 'certificate', der: san(general.uri('https://www.example.org:x/')) },
    { kind: 'certificate', der: san(general.uri('//*.example.org/')) },
    { kind: 'tbs', der: ian(general.uri('https://*.example.org/')) },
    { kind: 'csr', der: request(general.uri('https://*.example.org/')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.uri('urn:uuid:0'), general.uri('https://www.example.org/')) },
    { kind: 'certificate', der: san(general.uri('https://255.249.199.10')) },
    { kind: 'certificate', der: san(general.uri('https://192.0.2.1:8080')) },
    { kind: 'certificate', der: san(general.uri('https://[2001:db8::1]/')) },
    { kind: 'certificate', der: san(general.uri('ftp://me:secret@example.org?x')) },
    { kind: 'certificate', der: san(general.uri('https://example.org.:443')) },
    { kind: 'tbs', der: ian(general.uri('https://www.example.org/')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.uri('urn:uuid:0')])] }) }],
};
