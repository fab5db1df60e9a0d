import type { Archive } from "../archive/index.js";
import { type Reader, readReceived, receive } from "../intake/index.js";
import { makerId } from "../model/index.js";
import type { Upload, UploadNews } from "./work.js";

/** Reads the stories of an upload into the archive, one transaction each, and tells of each once it is stored. Throws `ArchiveError`. */
export async function addUpload(archive: Archive, reader: Reader, upload: Upload, tell: (news: UploadNews) => void): Promise<void> {
  const { bytes, name, mediaType, published, receivedAt } = upload;
  const options = { receivedAt, ...(published !== null && { published }) };
  for (const received of receive([{ kind: "bytes", bytes, name, mediaType }], reader, options)) {
    const known = received.kind === "story" && (await archive.hasStory(received.story.id, makerId(reader.maker)));
    const item = received.kind === "problem" ? received : known ? { ...received, record: null } : readReceived(received, reader);
    if (item.kind === "problem") tell({ kind: "problem", message: item.message });
    else {
      for await (const { story, outcome } of archive.addMany([item])) {
        tell({ kind: "story", story, outcome, headline: item.story.headline });
      }
    }
  }
}
