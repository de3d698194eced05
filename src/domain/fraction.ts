/** An exact number: a whole number over a positive whole number. Scores are compared as these, never as floats. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Nothing, as a fraction. */
const zero: Fraction = { over: 0n, under: 1n };

/** `fraction(3, 2)` is three halves; the second number is at least 1. */
export const fraction = (over: number, under = 1): Fraction => ({ over: BigInt(over), under: BigInt(under) });

/** The sum of two fractions, exactly. */
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** The sum of any number of fractions, exactly. */
export const sumOf = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero);

/** Below 0 when the first is smaller, above 0 when it is greater, 0 when they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fraction to two decimals, halves rounded up, for reading only: 50.5, 33.33. */
export const rounded = (f: Fraction): number => Number((f.over * 200n + f.under) / (2n * f.under)) / 100;

/** The fraction in lowest terms as text: `101/2`. */
export function exact({ over, under }: Fraction): string {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? "0/1" : `${over / a}/${under / a}`;
}
