// PNG pictures made here, good ones and bad ones.
import { randomBytes } from "node:crypto";
import zlib from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(octets) {
  let crc = 0xffffffff;
  for (const octet of octets) crc = crcTable[(crc ^ octet) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function header(width, height) {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 2, 0, 0, 0], 8); // 8 bits each of red, green, blue
  return chunk("IHDR", data);
}

const png = (...chunks) => Buffer.concat([signature, ...chunks, chunk("IEND", Buffer.alloc(0))]);

// A smooth blend from a colour to its opposite.
export function picture(width, height, [red, green, blue]) {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = (x / width + y / height) / 2;
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows.set(
        [red, green, blue].map((colour) => Math.round(colour + (255 - 2 * colour) * share)),
        at,
      );
    }
  }
  return png(header(width, height), chunk("IDAT", zlib.deflateSync(rows)));
}

// Says that it is large, and costs its sender nothing: 4 MB of nought in 4 kB.
export const bomb = (width, height) =>
  png(header(width, height), chunk("IDAT", zlib.deflateSync(Buffer.alloc(4_000_000))));

// A good small picture in a large file.
export function heavy(octets) {
  const text = chunk("teXt", randomBytes(octets));
  const small = picture(8, 8, [200, 80, 40]);
  return Buffer.concat([small.subarray(0, 33), text, small.subarray(33)]);
}
