import type { OutwardText } from "../domain/person-name.ts";

/** One block of a document for people to write in. */
export type Block =
  | { readonly kind: "heading"; readonly text: OutwardText }
  | { readonly kind: "paragraph"; readonly text: OutwardText }
  /** A fact: `Authors: …`. */
  | { readonly kind: "fact"; readonly label: OutwardText; readonly text: OutwardText }
  /** Advice for whoever writes, and questions to start from: set apart, to be taken out before the text is sent. */
  | { readonly kind: "note"; readonly text: OutwardText }
  | { readonly kind: "prompt"; readonly text: OutwardText }
  /** Where to write; the text says so and is written over. */
  | { readonly kind: "place"; readonly text: OutwardText };

/** A document before it has a format. It knows nobody's name but those in its blocks. */
export interface TextDocument {
  readonly title: OutwardText;
  /** A line above the title. */
  readonly kicker: OutwardText;
  readonly blocks: readonly Block[];
}
