import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, required, text, time, wholeNumber } from "../../cli/options.ts";
import { meetingModes } from "../../domain/meeting.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven, yes } from "../../domain/result.ts";
import { checkSession, theSession } from "../../domain/session.ts";
import { theCourse, thePart } from "../../domain/training-words.ts";
import { scheduleSentence } from "../../reports/course-words.ts";
import { sessionReport } from "../../reports/courses.ts";
import { courses } from "../../store/courses.ts";
import { bankHolidays } from "../../store/meetings.ts";
import { addSession, trainingSessions } from "../../store/training.ts";

export default command({
  about: "Plan a training session",
  details: [
    "Without --part the session teaches the whole course. Attending it unlocks nothing: completion is recorded with training complete.",
  ],
  examples: [
    'involve training schedule interviewing --part role-play --on 2026-05-12 --at 10:00 --trainer "Dr Maeve Lynch"',
    "involve training schedule interviewing --part role-play --on 2026-10-06 --make-up-of T-001",
  ],
  writes: true,
  args: { course: required(text("the course", "COURSE", "course")) },
  options: {
    part: asked(text("the part that is taught; the whole course where left out", "PART")),
    on: required(day("the day it is held")),
    at: asked(time("when it starts")),
    minutes: wholeNumber("how long it is, in minutes", 1, 1440),
    mode: choice("how it is held", meetingModes),
    place: text("where it is held", "PLACE"),
    trainer: text("who teaches it", "NAME"),
    places: asked(wholeNumber("how many can take part", 1, 1000)),
    makeUpOf: text("the session it makes up for", "SESSION", "session"),
  },
  run(context, words) {
    return context.write((store) => {
      const known = trainingSessions(store);
      const course = theCourse(words.course, courses(store));
      const part = ifGiven(words.part, (text) => (course.ok ? thePart(text, course.value) : yes(undefined)));
      const makeUpOf = ifGiven(words.makeUpOf, (text) => theSession(text, known));
      const found = must(every({ course, part, makeUpOf }));
      const planned = must(checkSession({ ...words, ...found }, known));
      const id = addSession(store, planned, context.today);
      const session = must(theSession(ref("session", id), trainingSessions(store)));
      return {
        report: sessionReport(session, [found.course]),
        said: scheduleSentence(session, found.course, bankHolidays(store)),
      };
    });
  },
});
