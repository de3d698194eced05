import type { AuthorMove } from "./commentary-author.ts";
import { type NamingFacts, nameOf, printed } from "./naming.ts";
import { ref } from "./ref.ts";

/** An author of a commentary for the team: ref and name, or null where they are anonymous in it. */
export function authorForTeam(naming: NamingFacts, commentaryId: number, personId: number): string | null {
  const shown = nameOf(naming, personId, { kind: "commentary", id: commentaryId }, "team");
  return shown.shown ? `${ref("member", personId)} ${shown.name}` : null;
}

/** The same at the beginning of a sentence; nobody is named who is anonymous in it. */
export const authorInSentence = (naming: NamingFacts, commentaryId: number, personId: number): string =>
  authorForTeam(naming, commentaryId, personId) ?? "Somebody who is anonymous in it";

/** What is still to be asked of an author about being named; nothing where they have decided. */
export function stillToName(naming: NamingFacts, commentaryId: number, personId: number): string[] {
  const output = { kind: "commentary", id: commentaryId } as const;
  if (printed(nameOf(naming, personId, output, "public")) !== "name withheld") return [];
  if (authorForTeam(naming, commentaryId, personId) === null) return [];
  return [
    `How they wish to be named is still to be asked: involve commentary naming ${ref("commentary", commentaryId)} ${ref("member", personId)} --form full --how e-mail`,
  ];
}

const became: Readonly<Record<AuthorMove, (name: string) => string>> = {
  added: (name) => `writes ${name} now`,
  "said yes": (name) => `said yes, and writes ${name} now`,
  declined: (name) => `does not write ${name}; that needs no reason`,
  left: (name) => `has left ${name}; that needs no reason, and what they did is still paid`,
  stays: (name) => `is an author of ${name}, as before`,
};

const supported = {
  offered: "Peer support was offered.",
  yes: "They would like peer support.",
  no: "They do not want peer support.",
} as const;

/** What is recorded about an author. */
export interface AuthorRecord {
  readonly move: AuthorMove;
  readonly peerSupport: keyof typeof supported | undefined;
  /** Whether they were given the newest guidance. */
  readonly guidance: boolean;
}

/** What was recorded about an author, in sentences. */
export const authorRecorded = (
  naming: NamingFacts,
  commentaryId: number,
  personId: number,
  { move, peerSupport }: AuthorRecord,
): string[] => [
  `${authorInSentence(naming, commentaryId, personId)} ${became[move](ref("commentary", commentaryId))}.`,
  ...(peerSupport ? [supported[peerSupport]] : []),
];
