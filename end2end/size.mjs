// First load of the public home, as a browser without a cache gets it from the real program: compressed bytes.
import { get } from "node:http";
import { withProgram } from "./program.mjs";

const bytes = (url) =>
  new Promise((done, failed) => {
    get(url, { headers: { "accept-encoding": "br, gzip" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ size: Buffer.concat(parts).length, encoding: answer.headers["content-encoding"] ?? "plain" }));
    }).on("error", failed);
  });

await withProgram(async (url) => {
  const page = await (await fetch(`${url}/`)).text();
  const linked = [...page.matchAll(/(?:href|src)="(\/(?:assets|cases\/[^"]+\/photos)\/[^"#]+)"/g), ...page.matchAll(/href="(\/assets\/icons[^"#]+)#/g)];
  const parts = ["/", ...new Set(linked.map((found) => found[1]))];
  let sum = 0;
  console.log("first load of the public home, compressed (pictures load only when they come into view):");
  for (const part of parts) {
    const { size, encoding } = await bytes(url + part);
    if (!part.includes("/photos/")) {
      sum += size;
    }
    console.log(`${String(size).padStart(9)}  ${part} (${encoding})`);
  }
  console.log(`${String(sum).padStart(9)}  together, without pictures`);
});
