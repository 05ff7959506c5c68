// What the sync API takes in: notes pushed in batches of 50 by four phones at once, each batch durable before it is
// acknowledged. The generator runs on the same machine, so this is a floor, and good for comparing two builds.
import { randomBytes } from "node:crypto";
import { PASSWORD, withProgram } from "./program.mjs";

const PHONES = 4;
const BATCHES = 20;
const BATCH = 50;

function uuid7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 15) | 112;
  bytes[8] = (bytes[8] & 63) | 128;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function phone(url, name) {
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/v1/session`, { method: "POST", headers, body: JSON.stringify({ name, password: PASSWORD, label: "bench" }) });
  const { device } = await answer.json();
  const cookie = answer.headers.getSetCookie()[0].split(";")[0];
  const pulled = await (await fetch(`${url}/api/v1/sync/pull`, { headers: { cookie } })).json();
  const one = pulled.put[0].case.id;
  let number = 0;
  return async () => {
    const commands = Array.from({ length: BATCH }, () => ({
      id: uuid7(),
      salt: randomBytes(16).toString("hex"),
      device,
      number: (number += 1),
      schema: 1,
      rulebook: pulled.rulebook,
      base: pulled.seq,
      made_at: new Date().toISOString(),
      zone_min: 480,
      case: one,
      ask: { note: { words: `第 ${number} 条记事，用来量速度。` } },
    }));
    const pushed = await fetch(`${url}/api/v1/sync/push`, { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify({ device, commands }) });
    if (!pushed.ok) {
      throw new Error(`push: ${pushed.status} ${await pushed.text()}`);
    }
    const applied = JSON.parse((await pushed.json()).receipt.body).lines.filter((line) => line.verdict === "applied").length;
    if (applied !== BATCH) {
      throw new Error(`only ${applied} of ${BATCH} were applied`);
    }
  };
}

await withProgram(async (url) => {
  const phones = await Promise.all(["patroller", "patroller2", "patroller", "patroller2"].slice(0, PHONES).map((name) => phone(url, name)));
  const started = performance.now();
  await Promise.all(phones.map(async (push) => {
    for (let n = 0; n < BATCHES; n += 1) {
      await push();
    }
  }));
  const seconds = (performance.now() - started) / 1000;
  const all = PHONES * BATCHES * BATCH;
  console.log(`${all} notes in batches of ${BATCH} from ${PHONES} phones: ${seconds.toFixed(1)} s, ${(all / seconds).toFixed(0)} a second, every one durable and signed for`);
});
