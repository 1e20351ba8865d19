/** For whoever opens a backup without Concord, years from now. */
export const guide = `This is a backup of Concord: a tar archive, encrypted in the age format (age-encryption.org/v1).

To restore it:          concord restore FILE
To unpack it by hand:   age --decrypt FILE | tar --extract
To check what came out: sha256sum --check SHA256SUMS-*

backup.json             what made this, when, and in which form
ledgers/ID/*.jsonl      the ledger of each organisation, a JSON object a line: {"batch": ...} for a command, then
                        {"entry": ...} for each of its entries: seq, text (as sealed), seal, erasable values
files/ID/HASH           files of evidence and published documents, named by their SHA-256
identity/*.jsonl        who the ids of people stand for, and hashes of keys; names are nowhere in the ledgers
SHA256SUMS-*            the SHA-256 of everything above
manifest.json           where each ledger ended, with its signed head, and the public key to check it with

Each seal is SHA-256("concord entry 1\\n", the seal before as 32 bytes, the text); 32 zero bytes come before the first.
The signing key is not in here: keep a copy of it elsewhere, apart from this file.
`;
