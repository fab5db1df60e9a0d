/** Beginnings of files that hold no text, and what the user should be told that they are. A dot stands for any byte. */
const SIGNATURES: readonly (readonly [start: string, what: string, advice: string])[] = [
  ["%PDF-", "a PDF", "save its text with a PDF reader and give that"],
  ["{\\rtf", "a rich text (RTF) document", "save it as plain text and give that"],
  ["PK\x03\x04", "a ZIP archive or an Office document", "unpack it or save it as plain text and give that"],
  ["PK\x05\x06", "an empty ZIP archive", "give the stories themselves"],
  ["\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text and give that"],
  ["\x1f\x8b", "a gzip archive", "unpack it and give what is inside"],
  ["BZh", "a bzip2 archive", "unpack it and give what is inside"],
  ["\xfd7zXZ", "an xz archive", "unpack it and give what is inside"],
  ["7z\xbc\xaf", "a 7-Zip archive", "unpack it and give what is inside"],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it and give what is inside"],
  ["Rar!", "a RAR archive", "unpack it and give what is inside"],
  ["\x89PNG", "a PNG picture", "give the text of the story"],
  ["\xff\xd8\xff", "a JPEG picture", "give the text of the story"],
  ["GIF8", "a GIF picture", "give the text of the story"],
  ["II*\0", "a TIFF picture", "give the text of the story"],
  ["MM\0*", "a TIFF picture", "give the text of the story"],
  ["RIFF....WEBP", "a WebP picture", "give the text of the story"],
  ["RIFF....", "a sound or video file", "give a transcript"],
  ["....ftyp", "a video or HEIC file", "give the text of the story"],
  ["ID3", "an MP3 sound file", "give a transcript"],
  ["OggS", "an Ogg sound file", "give a transcript"],
  ["\x7fELF", "a program", "give the text of the story"],
  ["MZ", "a Windows program", "give the text of the story"],
  ["\xcf\xfa\xed\xfe", "a program", "give the text of the story"],
  ["\xca\xfe\xba\xbe", "a program", "give the text of the story"],
  ["SQLite format 3\0", "an SQLite database", "give the stories themselves"],
];

/** Signatures of plain letters, with which a text could begin as well ("MZ said …"): these count only if other bytes show it, too. */
const needsProof = (signature: string): boolean => /^[A-Za-z0-9.]+$/.test(signature) && signature.length < 8;

export interface Binary {
  /** "a PDF" */
  readonly what: string;
  readonly advice: string;
}

/** What kind of file the bytes are, if they begin like one that holds no text; else null. Source: the formats' own specifications. */
export function binaryKind(bytes: Uint8Array): Binary | null {
  for (const [signature, what, advice] of SIGNATURES) {
    if (startsWith(bytes, signature) && (!needsProof(signature) || hasControls(bytes))) return { what, advice };
  }
  return null;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let i = 0; i < signature.length; i++) {
    if (signature[i] !== "." && bytes[i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** Whether the first kilobyte has bytes that no text has. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1024).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
