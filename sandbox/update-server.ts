import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { deflateRawSync } from 'node:zlib';

/** The size of the blocks that a differential download compares. */
const blockBytes = 16_384;

/** A released version for one system. */
export interface ReleasedFile {
  name: string;
  bytes: Buffer;
  /** The size of the list of blocks at its end; `undefined` if it has none. */
  blockMapSize?: number;
}

/** How the server fails. */
interface UpdateFaults {
  /** Changes a byte of every file. */
  tampers?: boolean;
  /** Ends each connection after this many bytes of a file. */
  cutsAfter?: number;
}

export interface UpdateServer extends AsyncDisposable {
  url: string;
  /** How many bytes of files were sent. */
  readonly sentBytes: number;
  /** Publishes a version. It replaces the one before. */
  release: (version: string, file: ReleasedFile, fields?: Record<string, unknown>) => void;
  setFaults: (faults: UpdateFaults) => void;
  close: () => Promise<void>;
}

/**
 * Returns an AppImage that ends at once when it is started, and two of which differ in few blocks.
 *
 * @param script a command that it runs.
 */
export function createAppImage(version: string, script = 'exit 0'): ReleasedFile {
  const program = Buffer.from(`#!/bin/sh\n# ${version}\n${script}\nexit 0\n`);
  const content = Buffer.concat([
    Buffer.concat([program, Buffer.alloc(blockBytes)]).subarray(0, blockBytes),
    sharedContent,
  ]);
  const blockMap = deflateRawSync(JSON.stringify(blockMapOf(content)));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(blockMap.length);
  return {
    name: `etelecom-tenants-${version}-linux-x64.AppImage`,
    bytes: Buffer.concat([content, blockMap, size]),
    blockMapSize: blockMap.length,
  };
}

const sharedContent = randomBytes(60 * blockBytes);

/** As electron-builder appends it to an AppImage. */
function blockMapOf(content: Buffer) {
  const starts = Array.from({ length: content.length / blockBytes }, (_, at) => at * blockBytes);
  const blocks = starts.map((start) => content.subarray(start, start + blockBytes));
  return {
    version: '2',
    files: [
      {
        name: 'file',
        offset: 0,
        checksums: blocks.map((block) => createHash('sha256').update(block).digest('base64')),
        sizes: blocks.map((block) => block.length),
      },
    ],
  };
}

/** Starts a server on this computer that publishes versions, as a release on GitHub does. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const files = new Map<string, Buffer>();
  let faults: UpdateFaults = {};
  let sentBytes = 0;
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://server').pathname).slice(1);
    const content = files.get(name);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (name.endsWith('.yml')) {
      response.end(content);
      return;
    }
    const bytes = faults.tampers === true ? tamper(content) : content;
    const part = partOf(bytes, request.headers.range);
    sentBytes += part.length;
    answer(response, part, { total: bytes.length, isPart: request.headers.range !== undefined });
  });
  const answer = (
    response: ServerResponse,
    part: Buffer,
    { total, isPart }: { total: number; isPart: boolean },
  ) => {
    response.writeHead(isPart ? 206 : 200, {
      'Content-Length': part.length,
      ...(isPart && { 'Content-Range': `bytes */${total}`, 'Accept-Ranges': 'bytes' }),
    });
    const { cutsAfter } = faults;
    if (cutsAfter === undefined || part.length <= cutsAfter) response.end(part);
    else response.write(part.subarray(0, cutsAfter), () => response.destroy());
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    get sentBytes() {
      return sentBytes;
    },
    release: (version, { name, bytes, blockMapSize }, fields = {}) => {
      files.clear();
      files.set(name, bytes);
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      // JSON is YAML.
      const description = JSON.stringify({
        version,
        files: [{ url: name, sha512, size: bytes.length, blockMapSize }],
        path: name,
        sha512,
        releaseDate: '2026-11-26T00:00:00.000Z',
        ...fields,
      });
      for (const list of ['latest.yml', 'latest-linux.yml', 'latest-linux-arm64.yml']) {
        files.set(list, Buffer.from(description));
      }
    },
    setFaults: (next) => {
      faults = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function partOf(bytes: Buffer, range: string | undefined): Buffer {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return start === undefined ? bytes : bytes.subarray(Number(start), Number(end) + 1);
}

function tamper(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  // Among those that a differential download reads.
  const place = Math.min(100, bytes.length - 1);
  changed.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  return changed;
}
