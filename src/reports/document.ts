/** One block of a document for people to write in. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** A fact: `Authors: …`. */
  | { readonly kind: "fact"; readonly label: string; readonly text: string }
  /** Advice for whoever writes, and questions to start from: set apart, to be taken out before the text is sent. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "prompt"; readonly text: string }
  /** Where to write; the text says so and is written over. */
  | { readonly kind: "place"; readonly text: string };

/** A document before it has a format. It knows nobody's name but those in its blocks. */
export interface TextDocument {
  readonly title: string;
  /** A line above the title. */
  readonly kicker: string;
  readonly blocks: readonly Block[];
}
