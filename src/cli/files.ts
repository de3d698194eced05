import {
  accessSync,
  constants,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { refused } from "./errors.ts";

/**
 * Writes a file whole or not at all: under a temporary name beside it, then renamed. Its folder must exist. What is there and
 * no plain file, such as /dev/stdout, is written to as it is.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const there = existsSync(path);
  if (there && !statSync(path).isFile()) {
    writeFileSync(path, content);
    return;
  }
  const target = there ? realpathSync(path) : path;
  const temporary = `${target}.part`;
  try {
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
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
  accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
}
