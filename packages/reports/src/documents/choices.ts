/** What the one who orders a document decides about it. */
export interface DocumentChoices {
  /** BCP 47 tag of the language that the document speaks; English where a text is not written in it. */
  readonly language: string;
  /** The organisation's own name of the version. Without one the document is a draft. */
  readonly version?: string;
  /** Of the key that signs heads. */
  readonly keyFingerprint?: string;
  /** Names of people by their ids; who is not in it is printed as the id. */
  readonly people?: Readonly<Record<string, string>>;
}
