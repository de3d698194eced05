import type { ActivityKind } from "../domain/activity.ts";
import type { Day } from "../domain/day.ts";
import type { Done } from "../domain/owed.ts";
import { bandByLength } from "../domain/rate.ts";
import { anonymousIn } from "./payments.ts";
import { preferencesOf } from "./preferences.ts";
import { bands } from "./rates.ts";
import type { Store } from "./store.ts";

/**
 * Work on record as done that no line stands for, unless it was only offered: meetings with a band that somebody came to, events somebody contributed to,
 * commentaries somebody wrote that went to the journal, also where they were withdrawn afterwards. `today` bounds what has happened.
 */
const done = `with work (person_id, kind, key, on_day, band, minutes) as (
  select a.person_id, 'meeting', m.key, m.held_on, coalesce(m.band, s.band), m.minutes from attendance a join meeting m on m.id = a.meeting_id
    join meeting_series s on s.id = m.series_id
    where a.state in ('present', 'part') and m.status <> 'cancelled' and coalesce(m.band, s.band) is not null
  union select c.person_id, 'event', printf('E-%03d', e.id), e.held_on, e.band, null from event_contributor c
    join engagement_event e on e.id = c.event_id
  union select a.person_id, 'commentary', printf('C-%03d', c.id), c.submitted_on, null, null from commentary_author a
    join commentary c on c.id = a.commentary_id
    where a.agreed_on is not null and a.left_on is null and c.submitted_on is not null)
select w.person_id, p.known_as, w.kind as activity_kind, w.key as activity_key, w.on_day, w.band, w.minutes from work w
  join person p on p.id = w.person_id
  where w.on_day <= ? and not exists (select 1 from payment_line l where l.person_id = w.person_id and l.activity_kind = w.kind
    and l.activity_key = w.key and l.stream <> 'expense' and l.reverses_id is null and l.state not in ('offered', 'rejected', 'reversed'))
  order by w.on_day, w.person_id, w.kind, w.key`;

/** What was done up to a day and is not logged, the oldest first. */
export function doneNotLogged(store: Store, today: Day): Done[] {
  const rows = store.raw<{
    person_id: number;
    known_as: string;
    activity_kind: ActivityKind;
    activity_key: string;
    on_day: Day;
    band: string | null;
    minutes: number | null;
  }>(done, today);
  const anonymous = anonymousIn(store, rows);
  const known = bands(store);
  return rows.map((r) => {
    const activity = { kind: r.activity_kind, key: r.activity_key };
    return {
      personId: r.person_id,
      knownAs: r.known_as,
      activity,
      activityWithheld: anonymous(r.person_id, activity),
      on: r.on_day,
      band: bandByLength(r.minutes, r.band, known),
      preferences: preferencesOf(store, r.person_id),
    };
  });
}
