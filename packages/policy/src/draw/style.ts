/**
 * The look of a drawing. Light is the default, which print and plain viewers take; nothing is said by colour alone. All
 * classes begin with `q-`, since inside HTML a style rules the whole page.
 */
export const STYLE: string = [
  '.q-policy{max-width:100%;height:auto}',
  '.q-policy text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-size:14px;fill:#1b1f24;white-space:pre}',
  '.q-policy .q-heading{font-size:17px;font-weight:700}',
  '.q-policy .q-strong{font-weight:600}',
  '.q-policy .q-warning{font-weight:700;fill:#8a2c0d}',
  '.q-policy .q-joint{font-style:italic;fill:#57606a}',
  '.q-policy .q-small{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:11.5px;fill:#57606a}',
  '.q-policy .q-ground{fill:#ffffff}',
  '.q-policy .q-token{fill:#f3f6fa;stroke:#6a7c93}',
  '.q-policy .q-group{fill:#ffffff;stroke:#9aa7b7}',
  '.q-policy .q-open{fill:#fff4ec;stroke:#c2410c;stroke-width:2;stroke-dasharray:7 4}',
  '.q-policy .q-closed{fill:#eceef1;stroke:#6e7781}',
  '@media screen and (prefers-color-scheme:dark){',
  '.q-policy text{fill:#e6edf3}',
  '.q-policy .q-warning{fill:#ffb08a}',
  '.q-policy .q-joint,.q-policy .q-small{fill:#a3adb8}',
  '.q-policy .q-ground{fill:#0d1117}',
  '.q-policy .q-token{fill:#161d27;stroke:#5d7290}',
  '.q-policy .q-group{fill:#0d1117;stroke:#495668}',
  '.q-policy .q-open{fill:#2b1810;stroke:#f0883e}',
  '.q-policy .q-closed{fill:#1c2128;stroke:#768390}',
  '}',
].join('');
