/** The last entry of a ZIP file, where its directory is found (APPNOTE 4.3.16). */
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;

/** Midnight on 1 January 1980, the first time a ZIP file can hold, as its two 16-bit words. */
const firstTime = 0x00210000;

/**
 * A ZIP file with every entry's time set to the first it can hold, so that the same contents give the same bytes and
 * nobody can see when it was made. Throws where the bytes are not a ZIP file.
 */
export function withoutDates(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end--;
  if (end < 0) throw new Error("not a ZIP file");
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== directorySignature) throw new Error("not a ZIP directory");
    view.setUint32(entry + 12, firstTime, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstTime, true);
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + lengths.reduce((sum, n) => sum + n, 0);
  }
  return bytes;
}
