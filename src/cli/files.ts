import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { refused } from "./errors.ts";

/** Where a file really is, when a link leads to it. */
const targetOf = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

const temporaryFor = (path: string): string => `${targetOf(path)}.part`;

/**
 * Writes a file whole or not at all: under a temporary name beside it, then renamed. Its folder must exist. What is there and
 * no plain file, such as /dev/stdout, is written to as it is.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  if (existsSync(path) && !statSync(path).isFile()) {
    writeFileSync(path, content);
    return;
  }
  const target = targetOf(path);
  const temporary = temporaryFor(path);
  try {
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path });
  }
}

/** The bytes of a file; `path` is as it was typed, `full` from the root. Stops where there is none, or it is a folder. */
export function readWhole(path: string, full: string): Uint8Array {
  if (!existsSync(full))
    throw refused({
      code: "no-file",
      message: `There is no file ${path}.`,
      remedy: "Check the spelling and the folder.",
    });
  if (statSync(full).isDirectory())
    throw refused({ code: "no-file", message: `${path} is a folder.`, remedy: "Name a file." });
  return readFileSync(full);
}

/** Stops before anything is done where a file to be written has no folder to go in. */
export function checkFolder(path: string, option: string): void {
  if (existsSync(dirname(path))) return;
  throw refused({
    code: "no-folder",
    message: `${option}: there is no folder ${dirname(path)}.`,
    remedy: "Make it first, or name a file somewhere else.",
  });
}

/** Stops before anything is done where a folder that documents go to is a file, or could not be made. */
export function checkNewFolder(path: string, option: string): void {
  if (!existsSync(path)) checkFolder(path, option);
  else if (statSync(path).isDirectory()) tryOut(join(path, "letter"));
  else
    throw refused({
      code: "not-a-folder",
      message: `${option}: ${path} is a file.`,
      remedy: "Name a folder.",
    });
}

const sameFile = (a: string, b: string): boolean =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

/**
 * Stops before anything is done where a file cannot be written: there is no folder for it, a folder has its name, or it is the
 * store itself.
 */
export function checkTarget(path: string, option: string, storePath: string): void {
  checkFolder(path, option);
  if (existsSync(path) && statSync(path).isDirectory())
    throw refused({ code: "is-folder", message: `${option}: ${path} is a folder.`, remedy: "Name a file." });
  if (sameFile(path, storePath))
    throw refused({
      code: "same-file",
      message: `${option}: ${path} is the store itself.`,
      remedy: "Name another file.",
    });
  tryOut(path);
}

/** Throws what the disk says where a file cannot be written; leaves nothing behind. */
function tryOut(path: string): void {
  if (existsSync(path) && !statSync(path).isFile()) return;
  const temporary = temporaryFor(path);
  try {
    closeSync(openSync(temporary, "w", 0o600));
    rmSync(temporary);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}
