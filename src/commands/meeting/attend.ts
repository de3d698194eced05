import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, fallback, many, member, required, text } from "../../cli/options.ts";
import {
  attendanceModes,
  attendanceStates,
  checkAttendance,
  checkNoMode,
  distinct,
  theMeeting,
} from "../../domain/attendance.ts";
import { planAttendance } from "../../domain/attendance-plan.ts";
import { every, together } from "../../domain/result.ts";
import { attendSentences, registerReport } from "../../reports/meetings.ts";
import {
  attendanceRows,
  attendeeIndex,
  clearAttendance,
  knownAttendance,
  saveAttendance,
} from "../../store/attendance.ts";
import { meetingsByKey } from "../../store/meetings.ts";

export default command({
  about: "Record who came to a meeting",
  details: [
    "The meeting, then one or more members. A meeting is marked as held once attendance is recorded. Recording again changes what is there; --state not-recorded takes it out. Of a reflective space only who came is recorded, without a mode.",
  ],
  examples: [
    "involve meeting attend 2026-03 M-002 M-003 --state present --mode remote",
    "involve meeting attend 2026-03 M-004 --state apologies",
    "involve meeting attend reflective-2026-03 M-002 M-005",
  ],
  writes: true,
  args: {
    meeting: required(text("the meeting, as meeting list calls it", "MEETING", "meeting")),
    member: required(many(member("who came, or did not"))),
  },
  options: {
    state: asked(fallback(choice("how they took part", [...attendanceStates, "not-recorded"]), "present")),
    mode: asked(choice("how they came", attendanceModes)),
  },
  run(context, words) {
    return context.write((store) => {
      const meets = theMeeting(words.meeting, meetingsByKey(store));
      const found = must(every({ meeting: meets, people: together(words.member.map(attendeeIndex(store))) }));
      const { meeting, people } = { ...found, people: distinct(found.people) };
      const state = words.state;
      const before = knownAttendance(store, [meeting.id]);
      if (state === "not-recorded") {
        must(checkNoMode(words.mode));
        clearAttendance(store, meeting.id, people);
      } else {
        const entries = must(checkAttendance(meeting, people, state, words.mode ?? null, context.today));
        saveAttendance(store, planAttendance(entries, before), context.today);
      }
      const after = knownAttendance(store, [meeting.id]);
      const ids = new Set(people.map((p) => p.id));
      return {
        report: registerReport(attendanceRows(store, meeting.key).filter((r) => ids.has(r.personId))),
        said: attendSentences(meeting, people, before, after),
      };
    });
  },
});
