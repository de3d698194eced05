import { existsSync, renameSync, rmSync } from "node:fs";
import { no, type Result, yes } from "../domain/result.ts";
import { damage, verifiedCopy } from "./backup.ts";
import { openStore } from "./open.ts";

/** Whether a file can be brought back: an involve store this program knows, and whole. */
export function checkCopy(path: string): Result<string> {
  const opened = openStore(path, { readonly: true });
  if (!opened.ok) return opened;
  const found = damage(opened.value);
  opened.value.close();
  return found.length === 0
    ? yes(path)
    : no({
        code: "damaged-copy",
        message: `${path} is not whole: ${found.slice(0, 3).join("; ")}.`,
        remedy: "Choose an older copy.",
      });
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
    const kept = existsSync(to) ? keep(to, stamp) : yes(null);
    if (kept.ok) renameSync(incoming, to);
    return kept;
  } finally {
    rmSync(incoming, { force: true });
  }
}

/** Copies the store that is about to be replaced; a damaged one is moved aside as it is. */
function keep(to: string, stamp: string): Result<string> {
  const path = `${to}.before-restore-${stamp}`;
  const current = openStore(to, { readonly: true });
  if (!current.ok) {
    renameSync(to, path);
    return yes(path);
  }
  verifiedCopy(current.value, path);
  current.value.close();
  return yes(path);
}
