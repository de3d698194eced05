import { describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import type { Day } from "../../src/domain/day.ts";
import { ics } from "../../src/output/ics.ts";
import type { CalendarEntry } from "../../src/reports/report.ts";

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "training-T-001@mhpru.involve",
  revision: 0,
  title: "Interviewing: Role play",
  on: "2026-10-20" as Day,
  at: "10:00",
  minutes: 90,
  place: null,
  about: null,
  cancelled: false,
  ...changes,
});

/** What another program makes of a calendar: its component and its events. */
async function read(...entries: readonly CalendarEntry[]) {
  const text = await ics({ name: "MHPRU training", asAt: "2026-10-01" as Day, entries });
  const component = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  for (const zone of component.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = component.getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
  return { text, component, events };
}

const utc = (time: ICAL.Time | undefined): string => new Date((time?.toUnixTime() ?? 0) * 1000).toISOString();

describe("a calendar", () => {
  test("has ten o'clock in London before and after the clocks go back, whatever the zone of this computer", async () => {
    const { events } = await read(entry(), entry({ uid: "b@x", on: "2026-10-27" as Day }));
    expect(events.map((e) => utc(e.startDate))).toEqual([
      "2026-10-20T09:00:00.000Z",
      "2026-10-27T10:00:00.000Z",
    ]);
    expect(events.map((e) => [e.startDate.hour, e.endDate.hour, e.endDate.minute])).toEqual([
      [10, 11, 30],
      [10, 11, 30],
    ]);
  });

  test("agrees with this computer's own knowledge of London on every day of three years", async () => {
    const london = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
    const days = Array.from({ length: 1096 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    );
    const { events } = await read(...days.map((d, i) => entry({ uid: `${i}@x`, on: d as Day, at: "09:30" })));
    const clocks = events.map((e) => london.format(new Date(e.startDate.toUnixTime() * 1000)));
    expect(new Set(clocks)).toEqual(new Set(["09:30"]));
    expect(events).toHaveLength(1096);
  });

  test("keeps an entry's identifier, counts its changes, and has a cancelled one as cancelled", async () => {
    const { text, component, events } = await read(entry({ revision: 3, cancelled: true }));
    expect(component.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(events[0]).toMatchObject({ uid: "training-T-001@mhpru.involve", sequence: 3 });
    expect(text).toMatch(/^STATUS:CANCELLED\r$/m);
    expect(text).toMatch(/^DTSTAMP:20261001T000000Z\r$/m);
  });

  test("is a whole day where there is no time, and has no end where nobody said how long it is", async () => {
    const { events } = await read(entry({ at: null }), entry({ uid: "b@x", minutes: null }));
    expect([events[0]?.startDate.isDate, events[0]?.startDate.toString()]).toEqual([true, "2026-10-20"]);
    expect(events[1]?.component.hasProperty("dtend")).toBe(false);
  });

  test("goes over midnight into the next day", async () => {
    const { events } = await read(entry({ at: "23:30", minutes: 90 }));
    expect(events[0]?.endDate.toString()).toBe("2026-10-21T01:00:00");
  });

  test("holds text as it is: commas, semicolons, line breaks and long lines come back the same", async () => {
    const place = "Room 2; second floor, by the lift\nring the bell";
    const title =
      "Ünïcode – a title that is longer than seventy-five octets, so that it has to be folded somewhere";
    const { text, events } = await read(entry({ place, title }));
    expect(events[0]).toMatchObject({ location: place, summary: title });
    expect(Math.max(...text.split("\r\n").map((l) => Buffer.byteLength(l)))).toBeLessThanOrEqual(75);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });
});
