import { certificate, csr } from '../make/objects.ts';
import { name, rdns } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({
    subject: rdns([
      ['O', 'Example'],
      ['CN', 'x'],
    ]),
  }),
  passes: certificate({ subject: rdns([['O', 'Example']], [['CN', 'x']]) }),
  moreFails: [
    {
      kind: 'csr',
      der: csr({
        subject: rdns(
          [['C', 'CH']],
          [
            ['O', 'Example'],
            ['CN', 'x'],
          ],
        ),
      }),
    },
  ],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
