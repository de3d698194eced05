/**
 * The short, stable names the program gives to things, made of a prefix and the row's number, which the store
 * never gives out twice.
 */
export const prefixes = {
  member: "M",
  staff: "S",
  application: "A",
  session: "T",
  project: "P",
  payment: "PAY",
  paper: "PA",
  commentary: "C",
  event: "E",
  change: "H",
  import: "I",
  correction: "NC",
  run: "R",
} as const;

/** A kind of thing that has a ref. */
export type RefKind = keyof typeof prefixes;

/** `ref("member", 14)` is `M-014`. */
export const ref = (kind: RefKind, id: number): string => `${prefixes[kind]}-${String(id).padStart(3, "0")}`;

/** The number in a ref of that kind, in any case and with or without leading zeros (`m-14`), or null. */
export function idOf(kind: RefKind, text: string): number | null {
  const match = new RegExp(`^${prefixes[kind]}-?0*([1-9]\\d{0,9})$`, "i").exec(text.trim());
  return match?.[1] ? Number(match[1]) : null;
}

/** The refs of a range like `M-002..M-015`, both ends included and at most 200; other texts answer themselves. */
export function refsIn(kind: RefKind, text: string): string[] {
  const [from, to] = text.split("..").map((end) => idOf(kind, end));
  if (!from || !to || to < from || to - from >= 200) return [text];
  return Array.from({ length: to - from + 1 }, (_, i) => ref(kind, from + i));
}
