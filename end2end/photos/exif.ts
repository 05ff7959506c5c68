/** What a camera writes beside a picture. */
export type Exif = { make: string; model: string; takenAt: string; orientation: number; latitude: number; longitude: number };

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

type Entry = { tag: number; type: number; count: number; value: Buffer };

/** The APP1 segment with TIFF, Exif and GPS directories, little-endian. */
export function exifSegment(exif: Exif): Buffer {
  const main = [
    text(0x010f, exif.make),
    text(0x0110, exif.model),
    short(0x0112, exif.orientation),
    text(0x0132, exif.takenAt),
    long(0x8769, 0),
    long(0x8825, 0),
  ];
  const exifStart = 8 + sizeOf(main);
  const taken = [text(0x9003, exif.takenAt), text(0x9004, exif.takenAt)];
  const gpsStart = exifStart + sizeOf(taken);
  const gps = [
    text(0x0001, exif.latitude < 0 ? "S" : "N"),
    degrees(0x0002, Math.abs(exif.latitude)),
    text(0x0003, exif.longitude < 0 ? "W" : "E"),
    degrees(0x0004, Math.abs(exif.longitude)),
  ];
  main[4] = long(0x8769, exifStart);
  main[5] = long(0x8825, gpsStart);
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
  const tiff = Buffer.concat([head, directory(main, 8), directory(taken, exifStart), directory(gps, gpsStart)]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const lead = Buffer.alloc(4);
  lead.writeUInt16BE(0xffe1, 0);
  lead.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([lead, body]);
}

function sizeOf(entries: Entry[]): number {
  return 2 + 12 * entries.length + 4 + entries.reduce((sum, entry) => sum + (entry.value.length > 4 ? even(entry.value.length) : 0), 0);
}

function directory(entries: Entry[], start: number): Buffer {
  const table = Buffer.alloc(2 + 12 * entries.length + 4);
  table.writeUInt16LE(entries.length, 0);
  const beyond: Buffer[] = [];
  let at = start + table.length;
  entries.forEach((entry, n) => {
    const row = 2 + 12 * n;
    table.writeUInt16LE(entry.tag, row);
    table.writeUInt16LE(entry.type, row + 2);
    table.writeUInt32LE(entry.count, row + 4);
    if (entry.value.length <= 4) {
      entry.value.copy(table, row + 8);
    } else {
      table.writeUInt32LE(at, row + 8);
      beyond.push(Buffer.concat([entry.value, Buffer.alloc(even(entry.value.length) - entry.value.length)]));
      at += even(entry.value.length);
    }
  });
  return Buffer.concat([table, ...beyond]);
}

function even(length: number): number {
  return length + (length % 2);
}

function text(tag: number, words: string): Entry {
  const value = Buffer.from(`${words}\0`, "latin1");
  return { tag, type: ASCII, count: value.length, value };
}

function short(tag: number, number: number): Entry {
  const value = Buffer.alloc(2);
  value.writeUInt16LE(number);
  return { tag, type: SHORT, count: 1, value };
}

function long(tag: number, number: number): Entry {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(number);
  return { tag, type: LONG, count: 1, value };
}

function degrees(tag: number, number: number): Entry {
  const whole = Math.floor(number);
  const minutes = Math.floor((number - whole) * 60);
  const seconds = Math.round(((number - whole) * 60 - minutes) * 60 * 1000);
  const value = Buffer.alloc(24);
  [whole, 1, minutes, 1, seconds, 1000].forEach((part, n) => value.writeUInt32LE(part, 4 * n));
  return { tag, type: RATIONAL, count: 3, value };
}
