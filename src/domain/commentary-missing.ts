import { authorInWords, authorWord, once, type Way } from "./commentary-way.ts";
import { ref } from "./ref.ts";
import { type Problem, problem } from "./result.ts";

/** What is missing before drafting can begin: somebody who said yes, and the journal's policy. */
export function beforeDrafting({ commentary, authors, invited }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  const problems: Problem[] = [];
  if (authors.length === 0)
    problems.push(
      problem(
        "no-authors",
        `${name} has no authors${invited.length > 0 ? " who said yes" : ""}.`,
        invited.length > 0
          ? `Record what they answered with: involve commentary author ${name} MEMBER --says yes`
          : `Invite them with: involve commentary invite ${name} M-003`,
      ),
    );
  if (commentary.policyOn === null)
    problems.push(
      problem(
        "policy-unchecked",
        `What the journal says about naming was not checked for ${name}.`,
        `Ask the journal before anybody writes, and record it with: involve commentary policy ${name} --says "takes pen names"`,
      ),
    );
  return problems;
}

/** What is missing before the text is final: a text, answers to every comment. */
export function beforeApproval({ commentary, text, comments }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  const unanswered = comments.filter((c) => !c.answered);
  return [
    ...(text === null
      ? [
          problem(
            "no-text",
            `${name} has no text yet.`,
            `Bring it in with: involve commentary read ${name} draft.docx`,
          ),
        ]
      : []),
    ...unanswered.map(({ number }) =>
      problem(
        "comment-unanswered",
        `Comment ${number} on ${name} was not answered.`,
        `Ask the authors, and record it with: involve commentary respond ${name} ${number} accepted --reason "why"; or declined`,
      ),
    ),
  ];
}

/** Authors who have not approved the newest text. */
export function approvalProblems({ commentary, text, authors }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  if (text === null) return [];
  return once(
    authors
      .filter((a) => !a.approved)
      .map((a) =>
        problem(
          "not-approved",
          `${authorInWords(a)} has not approved version ${text.version} of ${name}.`,
          `Ask, and record it with: involve commentary approve ${name} ${authorWord(a)}`,
        ),
      ),
  );
}

/** Authors to whom support from another member was not offered. */
export function supportProblems({ commentary, authors }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  return once(
    authors
      .filter((a) => a.supportOfferedOn === null)
      .map((a) =>
        problem(
          "support-not-offered",
          `${authorInWords(a)} was not offered peer support for ${name}.`,
          `Offer it, and record that with: involve commentary author ${name} ${authorWord(a)} --peer-support offered`,
        ),
      ),
  );
}

/** Invitations that nobody answered. */
export function invitationProblems({ commentary, invited }: Way): Problem[] {
  const name = ref("commentary", commentary.id);
  return once(
    invited.map((who) =>
      problem(
        "invitation-open",
        `${who.form === "anonymous" ? "Somebody" : authorInWords(who)} has not answered the invitation to write ${name}.`,
        `Record it with: involve commentary author ${name} ${authorWord(who)} --says yes; or no`,
      ),
    ),
  );
}
