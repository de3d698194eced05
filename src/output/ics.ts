import type { ICalDayJsStub } from "ical-generator";
import { addDays, type Day } from "../domain/day.ts";
import type { Calendar, CalendarEntry } from "../reports/report.ts";

/** The time zone that days and times are kept in, with the rule by which its clocks change since 1996. */
const zone = "Europe/London";
const zoneRule = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/**
 * A day and time as the clock on the wall shows it, in the shape the library takes from others: it is put out as it is, whatever
 * the time zone of this computer.
 */
function onTheWall(day: Day, minutesOfDay: number): ICalDayJsStub {
  const on = addDays(day, Math.floor(minutesOfDay / 1440)).replaceAll("-", "");
  const minutes = minutesOfDay % 1440;
  const two = (n: number): string => String(n).padStart(2, "0");
  const time = `${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
  const self: ICalDayJsStub = {
    format: (pattern) => (pattern === "HHmmss" ? time : on),
    isValid: () => true,
    toDate: () => new Date(Date.parse(`${day}T00:00:00Z`) + minutesOfDay * 60_000),
    toJSON: () => `${on}T${time}`,
    tz: () => self,
    utc: () => self,
  };
  return self;
}

const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5));

/** When an entry is: a whole day where it has no time, and without an end where nobody said how long it is. */
function times({ on, at, minutes }: CalendarEntry) {
  if (at === null) return { start: onTheWall(on, 0), allDay: true };
  const start = minutesOf(at);
  const end = minutes === null ? {} : { end: onTheWall(on, start + minutes) };
  return { start: onTheWall(on, start), timezone: zone, ...end };
}

/**
 * A calendar as iCalendar (RFC 5545), for any calendar program. An entry keeps its identifier for good and has a higher sequence
 * each time it changes; one that was called off is there as cancelled, so that it goes from the calendars it was in. The library
 * is loaded only where a calendar is written.
 */
export async function ics(calendar: Calendar): Promise<string> {
  const { ICalCalendar, ICalCalendarMethod, ICalEventStatus } = await import("ical-generator");
  const made = new ICalCalendar({
    name: calendar.name,
    prodId: { company: "involve", product: "calendar", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (name: string) => (name === zone ? zoneRule : "") },
  });
  for (const entry of calendar.entries)
    made.createEvent({
      id: entry.uid,
      sequence: entry.revision,
      stamp: new Date(`${calendar.asAt}T00:00:00Z`),
      summary: entry.title,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(entry.place === null ? {} : { location: entry.place }),
      ...(entry.about === null ? {} : { description: entry.about }),
      ...times(entry),
    });
  return `${made.toString()}\r\n`;
}
