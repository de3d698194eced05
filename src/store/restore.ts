import { existsSync, renameSync, rmSync } from "node:fs";
import { no, type Result, yes } from "../domain/result.ts";
import { damage, verifiedCopy } from "./backup.ts";
import { connect } from "./connect.ts";
import { openStore } from "./open.ts";
import type { Store } from "./store.ts";

const isDamage = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown }).code));

const damagedCopy = (path: string, found: readonly string[]): Result<never> =>
  no({
    code: "damaged-copy",
    message: `${path} is not whole: ${found.slice(0, 3).join("; ")}.`,
    remedy: "Choose an older copy.",
  });

/** Whether a file can be brought back: an involve store this program knows, and whole. */
export function checkCopy(path: string): Result<string> {
  let store: Store | null = null;
  try {
    const opened = openStore(path, { readonly: true });
    if (!opened.ok) return opened;
    store = opened.value;
    const found = damage(store);
    return found.length === 0 ? yes(path) : damagedCopy(path, found);
  } catch (error) {
    if (isDamage(error)) return damagedCopy(path, [(error as Error).message]);
    throw error;
  } finally {
    store?.close();
  }
}

/** Where the store at a path is kept when a copy takes its place: a name that no file has. Null where nothing is there. */
export function keptAt(to: string, stamp: string): string | null {
  if (!existsSync(to)) return null;
  const name = `${to}.before-restore-${stamp}`;
  let free = name;
  for (let n = 2; existsSync(free); n++) free = `${name}-${n}`;
  return free;
}

/**
 * Puts a copy of `from` in place of the store at `to`, in one rename; the store that was there is first copied beside it.
 * Answers the path of that copy, or null where there was none. Refuses a copy that is damaged or not ours.
 */
export function restoreStore(from: string, to: string, stamp: string): Result<string | null> {
  const checked = checkCopy(from);
  if (!checked.ok) return checked;
  const source = openStore(from, { readonly: true });
  if (!source.ok) return source;
  const incoming = verifiedCopy(source.value, `${to}.incoming`);
  source.value.close();
  try {
    const kept = keptAt(to, stamp);
    if (kept !== null) keep(to, kept);
    renameSync(incoming, to);
    return yes(kept);
  } finally {
    rmSync(incoming, { force: true });
  }
}

/**
 * What a program that was stopped in the middle of a write left half done is taken back, so that its journal is not taken for
 * the journal of the store that comes in its place.
 */
function settle(path: string): void {
  try {
    connect(path).close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

/** Copies the store that is about to be replaced; a damaged one is moved aside as it is, with its journal. */
function keep(to: string, path: string): void {
  settle(to);
  const current = checkCopy(to).ok ? openStore(to, { readonly: true }) : null;
  if (current?.ok) {
    verifiedCopy(current.value, path);
    current.value.close();
    return;
  }
  renameSync(to, path);
  if (existsSync(`${to}-journal`)) renameSync(`${to}-journal`, `${path}-journal`);
}
