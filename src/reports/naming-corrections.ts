import { type NamedOutput, type NamingFacts, nameOf } from "../domain/naming.ts";
import type { Correction } from "../domain/naming-correction.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "output", heading: "In" },
  { key: "member", heading: "Who" },
  { key: "known_as", heading: "Known as" },
  { key: "asked_on", heading: "Asked", kind: "day" },
  { key: "form", heading: "Wish" },
  { key: "wording", heading: "Exactly as" },
  { key: "done_on", heading: "Closed", kind: "day" },
  { key: "done_as", heading: "What became of it" },
  { key: "outcome", heading: "In words" },
];

const outputRef = ({ kind, id }: NamedOutput): string =>
  kind === "report" || id === null ? "reports" : ref(kind, id);

/**
 * Wishes to be named otherwise in what is in print. Of somebody who wishes to be anonymous it is said that the name is to
 * come out, and not whose it is; nor how they once wished to be named in it.
 */
export const correctionsReport = (
  corrections: readonly Correction[],
  facts: NamingFacts,
  reveal: boolean,
): Report =>
  list(
    "Corrections of how people are named",
    columns,
    corrections.map((c) => {
      const name = nameOf(facts, c.personId, c.output, "team", reveal);
      return {
        ref: ref("correction", c.id),
        output: outputRef(c.output),
        member: name.shown ? ref("member", c.personId) : null,
        known_as: name.shown ? name.name : name.placeholder,
        asked_on: c.askedOn,
        form: c.form,
        wording: name.shown ? c.wording : null,
        done_on: c.doneOn,
        done_as: c.doneAs,
        outcome: c.outcome,
      };
    }),
    "No correction is open. To record that somebody wishes for one: involve naming correct M-003 --for C-001 --form anonymous --how e-mail",
  );
