import type { Way } from "./commentary-way.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";

/** What stands in the way of another journal: the first one has to have said no, and the next one to be asked about naming. */
export function anotherJournal({ commentary }: Way, again: boolean): Problem[] {
  const { id, state, submittedOn, policyOn } = commentary;
  const name = ref("commentary", id);
  if (state !== "submitted" || submittedOn === null)
    return again && submittedOn === null
      ? [
          {
            code: "not-submitted",
            message: `${name} is with no journal, so it cannot go to another one.`,
            remedy: "Leave out --again.",
          },
        ]
      : [];
  if (!again)
    return [
      {
        code: "already-submitted",
        message: `${name} has been with a journal since ${submittedOn}.`,
        remedy: `If that journal said no, and it goes to another one: add --again; if it was accepted: involve commentary accept ${name}`,
      },
    ];
  return policyOn !== null && policyOn >= submittedOn
    ? []
    : [
        {
          code: "policy-unchecked",
          message: `What the next journal says about naming was not checked since ${name} was submitted on ${submittedOn}.`,
          remedy: `Ask it, and record what it says: involve commentary policy ${name} --says "takes pen names"`,
        },
      ];
}
