import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { member, required, text } from "../../cli/options.ts";
import { certificateOf } from "../../domain/certificate.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { fill } from "../../domain/template.ts";
import { emptyRecord } from "../../domain/training.ts";
import { theCourse } from "../../domain/training-words.ts";
import { letterFile, letterFormatOf } from "../../output/letter.ts";
import { letterReport } from "../../reports/member-letter.ts";
import { trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import { certificateLetter } from "../../store/member-letter.ts";
import { findPerson } from "../../store/people.ts";
import { findTemplate } from "../../store/templates.ts";

export default command({
  about: "Write somebody's certificate of a course they completed",
  details: [
    "It is theirs to keep: it bears their full name, the course, and each part with its day; where earlier experience counted for a part, it says so. Its words are the template training-certificate, which the unit edits. Whoever writes it signs it (--by).",
    "Where a part was added to the course since, it certifies what the course asked for when they completed it.",
  ],
  examples: [
    "involve training certificate M-003 interviewing --output certificate.docx",
    'involve training certificate M-003 interviewing --output certificate.md --by "Harriet Osei"',
  ],
  args: {
    member: required(member("the person")),
    course: required(text("the course", "COURSE", "course")),
  },
  options: { output: required(text("the file to write: .docx, .md or .html", "FILE")) },
  async run({ store, by, today }, words) {
    const format = must(letterFormatOf(words.output), exits.usage);
    const named = findPerson(store, words.member);
    const { person, course } = must(
      every({ person: named, course: theCourse(words.course, courses(store)) }),
    );
    const record = trainingRecords(store, person.id).get(person.id) ?? emptyRecord(person.id);
    const certificate = must(certificateOf(course, record, today));
    const template = must(findTemplate(store, "training-certificate"));
    const letter = must(fill(template, certificateLetter(store, person.id, certificate, { by, today })));
    return {
      report: letterReport(person, words.output, template.key),
      said: [`The certificate of ${ref("member", person.id)} is for ${by} to sign.`],
      files: [{ path: words.output, content: await letterFile(letter, format) }],
    };
  },
});
