/** Who approved exactly this content, and when. */
export interface Approval {
  readonly by: string;
  readonly as: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Hash of the content that was approved. */
  readonly content: string;
}

/** What the one who orders a document decides about it. */
export interface DocumentChoices {
  /** BCP 47 tag of the language that the document speaks; English where a text is not written in it. */
  readonly language: string;
  /** The organisation's own name of the version. Without one and without approval the document is a draft. */
  readonly version?: string;
  /** Of the key that signs heads. */
  readonly keyFingerprint?: string;
  readonly approval?: Approval;
  /** Names of people by their ids; who is not in it is printed as the id. */
  readonly people?: Readonly<Record<string, string>>;
}
