import { makePhotos } from "./photos/make-photos.ts";
import { seedCounty } from "./server.ts";

// Once before all tests: real photos, and a demonstration county that every test file gets its own copy of.
export default async function prepare(): Promise<void> {
  await makePhotos();
  await seedCounty();
}
