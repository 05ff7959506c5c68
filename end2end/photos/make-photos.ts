import jpeg from "jpeg-js";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exifSegment } from "./exif.ts";

/** As a phone's camera makes them: 12 megapixels. */
const WIDTH = 4000;
const HEIGHT = 3000;
const FOLDER = join(import.meta.dirname, "../.out/photos");

/** Written by the camera into every photo; nobody may ever find it in what the server gives out. */
export const CAMERA = "Hui-Frame-Camera-7F3A";
/** Where the camera says the photos were taken. */
export const CAMERA_PLACE = { latitude: 26.31842, longitude: 117.40517 };

/** Names and seeds. `turned` is stored sideways with an orientation mark, as phones do for upright photos. */
const PHOTOS = {
  "before-1": { seed: 11, murky: true, orientation: 1 },
  "before-2-turned": { seed: 12, murky: true, orientation: 6 },
  "after-1": { seed: 21, murky: false, orientation: 1 },
  "recheck-1": { seed: 31, murky: false, orientation: 1 },
} as const;

export type PhotoName = keyof typeof PHOTOS;

/** The path of a photo. */
export function photo(name: PhotoName): string {
  return join(FOLDER, `${name}.jpg`);
}

/** Makes those that are not there yet: the same bytes from the same seed, every time. */
export async function makePhotos(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, plan] of Object.entries(PHOTOS)) {
    make(photo(name as PhotoName), plan);
  }
}

/** Photos that nothing but a measurement needs, made when they are asked for. */
export function morePhotos(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(FOLDER, `more-${n}.jpg`);
    make(path, { seed: 41 + n, murky: n % 2 === 0, orientation: 1 });
    return path;
  });
}

function make(path: string, plan: { seed: number; murky: boolean; orientation: number }): void {
  if (!existsSync(path)) {
    writeFileSync(`${path}.part`, withExif(draw(plan.seed, plan.murky), plan.orientation));
    renameSync(`${path}.part`, path);
  }
}

function withExif(picture: Buffer, orientation: number): Buffer {
  const segment = exifSegment({ make: CAMERA, model: CAMERA, takenAt: "2026:11:20 09:41:00", orientation, ...CAMERA_PLACE });
  return Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]);
}

/** A ditch between two banks under a grey sky, with the grain of a small sensor. */
function draw(seed: number, murky: boolean): Buffer {
  const dice = mulberry(seed);
  const waves = Array.from({ length: 6 }, () => ({ x: dice() * 0.012, y: dice() * 0.02, phase: dice() * 6.28, high: 4 + dice() * 14 }));
  const horizon = HEIGHT * (0.25 + 0.1 * dice());
  const water = murky ? [74, 62, 38] : [96, 134, 138];
  const data = Buffer.alloc(WIDTH * HEIGHT * 4);
  let noise = seed >>> 0 || 1;
  for (let y = 0; y < HEIGHT; y += 1) {
    const depth = (y - horizon) / (HEIGHT - horizon);
    const left = WIDTH * (0.46 - 0.4 * depth);
    const right = WIDTH * (0.56 + 0.36 * depth);
    for (let x = 0; x < WIDTH; x += 1) {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      const wave = waves[(x >> 9) % 6]!;
      const swell = Math.sin(x * wave.x + y * wave.y + wave.phase) * wave.high + (noise >>> 27) - 16;
      const [r, g, b] = y < horizon ? [176, 186, 190] : x > left && x < right ? water : [92, 108, 66];
      const at = 4 * (y * WIDTH + x);
      data[at] = clamp(r! + swell);
      data[at + 1] = clamp(g! + swell);
      data[at + 2] = clamp(b! + swell);
      data[at + 3] = 255;
    }
  }
  return Buffer.from(jpeg.encode({ data, width: WIDTH, height: HEIGHT }, 82).data);
}

function clamp(level: number): number {
  return level < 0 ? 0 : level > 255 ? 255 : level;
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
