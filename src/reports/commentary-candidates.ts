import { ref } from "../domain/ref.ts";
import type { CommentaryRow } from "../store/commentaries.ts";
import type { AuthorCandidate } from "../store/commentary-candidates.ts";
import { list, type Report } from "./report.ts";

/** Who could be invited to write a commentary. */
export const candidatesReport = (commentary: CommentaryRow, people: readonly AuthorCandidate[]): Report =>
  list(
    `Who could write ${ref("commentary", commentary.id)}`,
    [
      { key: "ref", heading: "Ref" },
      { key: "name", heading: "Known as" },
      { key: "trained", heading: "Trained in writing for publication", kind: "yes-no" },
    ],
    people.map((p) => ({ ref: ref("member", p.id), name: p.knownAs, trained: p.trained })),
    `Nobody of the LEWG is on the project team of ${ref("paper", commentary.paperId)} and was not asked yet. Anybody else needs a reason: involve commentary invite ${ref("commentary", commentary.id)} M-003 --reason "why"`,
    [
      "Members of the LEWG on the project team of the paper who were not asked yet. Training is suggested and is not a condition.",
    ],
  );
