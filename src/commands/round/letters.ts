import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must, refused } from "../../cli/errors.ts";
import { choice, day, fallback, file, flag, many, required, text } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import { mayReadNames } from "../../domain/applicant-names.ts";
import { feedbackIn, letterName, lettersInWords } from "../../domain/letter-plan.ts";
import { outcomeLetters } from "../../domain/outcome-letter.ts";
import { count } from "../../domain/text.ts";
import { csvFile } from "../../output/csv.ts";
import { letterFiles, letterFormats } from "../../output/letter.ts";
import { lettersReport, mergeReport } from "../../reports/letters.ts";
import { feedbackSent, lettersOf } from "../../store/letters.ts";
import { findRound } from "../../store/rounds.ts";
import { staffCandidates } from "../../store/staff.ts";

/** Stops where a letter is there already with other words: somebody may have written in it. */
function checkThere(context: Context, files: readonly { path: string; content: Uint8Array }[]): void {
  const there = files.filter(
    (f) => context.exists(f.path) && Buffer.compare(context.readFile(f.path), f.content) !== 0,
  );
  if (there.length > 0)
    throw refused(
      ...there.map((f) => ({
        code: "file-exists",
        message: `${f.path} is there already and is not the letter that would be written.`,
        remedy: "Somebody may have written in it. Choose another folder, or add --replace.",
      })),
    );
}

export default command({
  about: "Write each applicant's letter, with feedback",
  details: [
    "Chosen, reserve, unsuccessful, not shortlisted, and the offer of a place: from the unit's templates (involve template list), with what was strong and less strong from the applicant's own mean scores in words; no number, no scorer, nobody else's scores. Files are named by code. Names are for the Involvement Management team. --sent records the day the feedback went out.",
  ],
  examples: [
    "involve round letters autumn-2025",
    "involve round letters autumn-2025 --to letters --merge letters.csv",
    "involve round letters autumn-2025 --letter round-unsuccessful --to letters --as md --sent 2025-10-22",
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    to: text("write the letters to this folder; it is made where it is not there", "FOLDER"),
    as: fallback(choice("the kind of document", letterFormats), "docx"),
    merge: file("also write a CSV file for a mail merge"),
    application: many(text("only the letter of this application", "CODE")),
    letter: choice("only letters of this kind", outcomeLetters, "LETTER"),
    unsent: flag("only letters that are not recorded as sent"),
    sent: day("record that they went out on this day"),
    replace: flag("write over letters that are there already"),
  },
  async run(context, given) {
    const { to, as, merge, sent, replace, ...request } = given;
    const { store, by, today } = context;
    const round = must(findRound(store, given.round));
    const named = mayReadNames(by, staffCandidates(store, by), today, "Leave out --to and --merge");
    const signer = to !== undefined || merge !== undefined ? must(named) : named.ok ? named.value : by;
    const asked = { ...request, sent, application: request.application.map(codeOf) };
    const { outcomes, letters } = must(lettersOf(store, round, asked, { signer, today }));
    const drafts = letters.map((l) => ({ name: letterName(round.key, l), letter: l.text }));
    if (to !== undefined) context.checkNewFolder(to, "--to");
    const written = to === undefined ? [] : await letterFiles(drafts, to, as);
    if (!replace) checkThere(context, written);
    const sheet = merge === undefined ? [] : [{ path: merge, content: csvFile(mergeReport(letters, round)) }];
    const report = lettersReport(letters, round);
    const found = { report, files: [...written, ...sheet], ...(to === undefined ? {} : { folder: to }) };
    const ids = feedbackIn(letters);
    const said = lettersInWords(letters, outcomes, { folder: to, merge, sent, recorded: ids.length });
    if (sent === undefined) return { ...found, shown: true, said };
    if (ids.length >= 3)
      await context.confirm(`Record that ${count(ids.length, "applicant")} had their feedback on ${sent}?`);
    return context.write((now) => {
      feedbackSent(now, ids, sent);
      return { ...found, said };
    });
  },
});
