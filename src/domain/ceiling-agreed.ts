import type { CountedBy, Standing } from "./ceiling.ts";
import type { Day } from "./day.ts";

/** That a week or month went over was talked about: what was agreed, and on record by whom and when. */
export interface Agreed {
  readonly ceilingId: number;
  readonly countedBy: CountedBy;
  /** The first day of the week or month. */
  readonly from: Day;
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
}

/** What was agreed about the very week or month of a standing. */
export const agreedOn = ({ ceiling, countedBy, period }: Standing, agreed: readonly Agreed[]): Agreed[] =>
  agreed.filter((a) => a.ceilingId === ceiling.id && a.countedBy === countedBy && a.from === period.from);
