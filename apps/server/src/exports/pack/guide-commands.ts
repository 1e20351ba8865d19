import type { PackAsked } from '@concord/operations';

/** What the words of a guide stand around; the name is one line of text that is no markup. */
export type GuideFacts = Pick<PackAsked, 'name' | 'on' | 'knownAt' | 'head'>;

/** The same in every language: whoever reads may run them without reading the rest. */
export const commands = {
  sums: 'sha256sum --check --strict --quiet SHA256SUMS',
  // A line break in a name is shown as `?`, or a name could pass for one that is listed.
  strays:
    "{ cut -c67- SHA256SUMS; echo SHA256SUMS; echo SHA256SUMS.sig; find . ! -type d -print0 | tr '\\n\\0' '?\\n' | cut -c3-; } | LC_ALL=C sort | LC_ALL=C uniq -u",
  list: 'openssl pkeyutl -verify -pubin -inkey head/public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
  head: 'openssl pkeyutl -verify -pubin -inkey head/public-key.pem -rawin -in head/head.txt -sigfile head/head.sig',
  key: 'openssl pkey -pubin -in head/public-key.pem -outform DER | sha256sum',
} as const;
