import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Source } from "../csv/pieces.ts";
import { refused } from "./errors.ts";

/** Where a file really is, when a link leads to it. */
const targetOf = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

const temporaryFor = (path: string): string => `${targetOf(path)}.part`;

/** Writes what is there, or piece after piece. */
function writePieces(path: string, content: string | Uint8Array | Iterable<string>): void {
  if (typeof content === "string" || content instanceof Uint8Array) {
    writeFileSync(path, content, { mode: 0o600 });
    return;
  }
  const file = openSync(path, "w", 0o600);
  try {
    for (const piece of content) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file whole or not at all: under a temporary name beside it, then renamed. Its folder must exist. What is there and
 * no plain file, such as /dev/stdout, is written to as it is.
 */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  if (existsSync(path) && !statSync(path).isFile()) {
    writePieces(path, content);
    return;
  }
  const target = targetOf(path);
  const temporary = temporaryFor(path);
  try {
    writePieces(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path });
  }
}

/** Stops where there is no file, or it is a folder. */
function checkFile(path: string, full: string): void {
  if (!existsSync(full))
    throw refused({
      code: "no-file",
      message: `There is no file ${path}.`,
      remedy: "Check the spelling and the folder.",
    });
  if (statSync(full).isDirectory())
    throw refused({ code: "no-file", message: `${path} is a folder.`, remedy: "Name a file." });
}

/** The bytes of a file; `path` is as it was typed, `full` from the root. Stops where there is none, or it is a folder. */
export function readWhole(path: string, full: string): Uint8Array {
  checkFile(path, full);
  return readFileSync(full);
}

const pieceSize = 256 * 1024;

function* piecesOf(full: string): Generator<Uint8Array> {
  const file = openSync(full, "r");
  try {
    for (;;) {
      const piece = new Uint8Array(pieceSize);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** A file that is read piece by piece; what is no plain file, and can be read only once, is read whole. */
export function readPieces(path: string, full: string): Source {
  checkFile(path, full);
  const { size } = statSync(full);
  if (statSync(full).isFile()) return { size, pieces: () => piecesOf(full) };
  const bytes = readFileSync(full);
  return { size: bytes.length, pieces: () => (bytes.length === 0 ? [] : [bytes]) };
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
