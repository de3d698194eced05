import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must } from "../../cli/errors.ts";
import { type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { file, flag, required, text } from "../../cli/options.ts";
import { applicationColumns, asApplication } from "../../csv/applications.ts";
import {
  earlyInWords,
  lastCode,
  type PlannedApplication,
  planApplications,
} from "../../domain/application.ts";
import { ref } from "../../domain/ref.ts";
import { type Round, stillOpen } from "../../domain/round.ts";
import { applicationsOf, saveApplication } from "../../store/round-applications.ts";
import { applicantsKnown } from "../../store/round-known.ts";
import { findRound, wordsInUse } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

type Columns = ReturnType<typeof applicationColumns>;

/** The round as it stands now; one that is over takes nothing in. */
const openRound = (store: Store, key: string): Round => must(stillOpen(must(findRound(store, key))));

/** A file of applications to a round. New ones get their codes as they are written, so that rows left out use none up. */
function applications(
  { today, store }: Context,
  key: string,
  late: boolean,
): ImportKind<Columns, PlannedApplication> {
  let round = openRound(store, key);
  let last = 0;
  let known: ReturnType<typeof applicantsKnown>;
  const said: string[] = [];
  return {
    kind: "applications",
    identity: "code",
    clears: true,
    roundId: round.id,
    columns: (there) => applicationColumns(wordsInUse(there)),
    plan(there, rows, { blanks }) {
      round = openRound(there, key);
      const here = applicationsOf(there, round.id, true);
      last = lastCode(here);
      known = applicantsKnown(there, round);
      return planApplications(rows.map(asApplication), { round, today, late, known: here }, blanks);
    },
    apply(there, { write }) {
      if (write.id === null) last += 1;
      const code = write.id === null ? ref("application", last) : write.code;
      const before = write.id === null ? known(code, write.fields) : { personId: null, said: [] };
      said.push(...before.said);
      saveApplication(there, round.id, { ...write, code }, { today, personId: before.personId });
      return code;
    },
    said: (_, taken) => [...earlyInWords(taken, round), ...said],
  };
}

export default command({
  about: "Bring in applications from a file",
  details: [
    "Columns: known_as, full_name (or first_name and last_name), pronouns, email, phone, perspective, region, experiences, skills, interests (several words separated by ;), statement, received_on, the equality questions, which are kept apart, and, to say which application is meant, code. Applications get codes in the order of the file.",
    "The same applicant is found again by code, else by e-mail, else by name and telephone. Blank cells change nothing unless --blanks clear is given. Of equality answers it is only ever said that they changed. All rows are brought in, or none; with --partial the good ones.",
  ],
  examples: [
    "involve round import autumn-2026 applications.csv --dry-run",
    "involve round import autumn-2026 answers.xlsx --partial --errors-to failed.csv",
    "involve round import autumn-2026 again.csv --match 5=A-003 --match 6=new",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    file: required(file("a CSV file or an XLSX workbook with a row for each application")),
  },
  options: { late: flag("take in applications received after the closing day"), ...importOptions },
  run: (context, words) => importFile(context, words, applications(context, words.round, words.late)),
});
