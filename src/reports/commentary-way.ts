import { milestones } from "../domain/commentary-next.ts";
import { againstLimit } from "../domain/commentary-text.ts";
import { authorForTeam } from "../domain/commentary-words.ts";
import { guidanceName } from "../domain/guidance.ts";
import { listed } from "../domain/text.ts";
import type { CommentaryFacts } from "../store/commentary-facts.ts";
import type { Section } from "./report.ts";

/** Who was invited and has not answered. */
const invitations = ({ commentary, invited, naming }: CommentaryFacts): Section => ({
  key: "invited",
  heading: "Invited",
  columns: [
    { key: "name", heading: "Who" },
    { key: "invited_on", heading: "Invited", kind: "day" },
    { key: "guidance", heading: "Guidance" },
  ],
  rows: invited.map((a) => ({
    name: authorForTeam(naming, commentary.id, a.personId) ?? "Anonymous",
    invited_on: a.invitedOn,
    guidance: a.guidance === null ? null : guidanceName(a.guidance),
  })),
});

/** The versions of the text, each against the word limit. */
const texts = ({ texts, way }: CommentaryFacts): Section => ({
  key: "texts",
  heading: "The text",
  columns: [
    { key: "version", heading: "Version", kind: "integer" },
    { key: "made_on", heading: "Brought in", kind: "day" },
    { key: "words", heading: "Words", kind: "integer" },
    { key: "length", heading: "Length" },
    { key: "sha256", heading: "Fingerprint", detail: true },
  ],
  rows: texts.map((t) => ({
    version: t.version,
    made_on: t.madeOn,
    words: t.words,
    length: againstLimit(t.words, way.wordLimit, 0),
    sha256: t.sha256,
  })),
});

/** The researchers' comments and what the authors answered. */
const comments = ({ comments: all }: CommentaryFacts): Section => ({
  key: "comments",
  heading: "Researchers' comments",
  columns: [
    { key: "number", heading: "No", kind: "integer" },
    { key: "by", heading: "By" },
    { key: "version", heading: "On version", kind: "integer" },
    { key: "comment", heading: "Comment" },
    { key: "response", heading: "The authors" },
    { key: "reason", heading: "Why" },
  ],
  rows: all.map((c) => ({
    number: c.number,
    by: c.by,
    version: c.version,
    comment: c.comment,
    response: c.response,
    reason: c.reason,
  })),
});

/** What the journal says about naming. */
const policy = ({ commentary }: CommentaryFacts): Section => ({
  key: "policy",
  heading: "The journal's policy",
  single: true,
  columns: [
    { key: "says", heading: "Says" },
    { key: "takes", heading: "Takes" },
    { key: "checked_on", heading: "Checked", kind: "day" },
  ],
  rows: [
    {
      says: commentary.policy,
      takes: commentary.takes === null ? "any form of naming" : listed(commentary.takes),
      checked_on: commentary.policyOn,
    },
  ],
});

/** The steps of the way, which of them are done, and what to type for the next one. */
function way({ way: facts, commentary }: CommentaryFacts): Section {
  const steps = milestones(facts);
  const next = commentary.state === "withdrawn" ? undefined : steps.find((m) => !m.done);
  return {
    key: "steps",
    heading: "The way into print",
    columns: [
      { key: "step", heading: "Step" },
      { key: "done", heading: "Done", kind: "yes-no" },
      { key: "done_on", heading: "On", kind: "day" },
      { key: "next", heading: "Next" },
    ],
    rows: steps.map((m) => ({
      step: m.step,
      done: m.done,
      done_on: m.on,
      next: m === next ? m.hint : null,
    })),
  };
}

/** What only the team sees of a commentary: invitations, policy, texts, comments, and how far it is. Parts with nothing in them are left out. */
export const waySections = (facts: CommentaryFacts): Section[] => [
  ...(facts.invited.length > 0 ? [invitations(facts)] : []),
  ...(facts.commentary.policyOn === null ? [] : [policy(facts)]),
  ...(facts.texts.length > 0 ? [texts(facts)] : []),
  ...(facts.comments.length > 0 ? [comments(facts)] : []),
  way(facts),
];
