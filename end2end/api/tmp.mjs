// A tester that knows nothing but the description of the interface: it makes up requests from /api/v1/openapi.json, right and
// wrong ones, and sends them to the real program as one person of each role. No answer may be a server's error, and every
// answer must be as it is described. It makes up the same requests every time.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { PASSWORD, withProgram } from "../program.mjs";

const HOME = resolve(import.meta.dirname, "../../target/api-tester");
/** Whom everything is tried as, edges of every parameter included; the others follow with fewer requests. */
const THOROUGH = "dispatcher";
const ROLES = ["coordinator"];
const CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"];
/** An endless answer, and the sign-in that all of this hangs on: both have tests of their own. */
const LEFT_OUT = ["live", "sign_in", "sign_out"];

async function signIn(url, name) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ name, password: PASSWORD, label: "api-tester" }),
  });
  if (!answer.ok) {
    throw new Error(`${name} cannot sign in: ${answer.status} ${await answer.text()}`);
  }
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

function run(url, role, cookie) {
  const thorough = role === THOROUGH;
  const options = [
    ["--header", `Cookie: ${cookie}`],
    ["--header", `Origin: ${url}`],
    ["--checks", CHECKS.join(",")],
    ["--phases", thorough ? "examples,coverage,fuzzing" : "examples,fuzzing"],
    ["--max-examples", thorough ? "20" : "8"],
    ["--generation-deterministic"],
    ["--generation-with-security-parameters", "false"],
    ["--suppress-health-check", "all"],
    ["--request-timeout", "30"],
    ["--warnings", "off"],
    ["--continue-on-failure"],
    ...LEFT_OUT.map((operation) => ["--exclude-operation-id", operation]),
  ];
  const tester = spawn(`${HOME}/bin/schemathesis`, ["run", `${url}/api/v1/openapi.json`, ...options.flat()], { cwd: HOME, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  tester.stdout.on("data", (part) => (said += part));
  tester.stderr.on("data", (part) => (said += part));
  return new Promise((done) => tester.once("exit", (code) => done({ code, said })));
}

let failed = false;
await withProgram(async (url) => {
  for (const role of ROLES) {
    const started = performance.now();
    const { code, said } = await run(url, role, await signIn(url, role));
    console.log(`api-tester as ${role}: ${code === 0 ? "as described" : "NOT as described"}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    if (code !== 0) {
      failed = true;
      console.log(said);
    }
  }
});
process.exitCode = failed ? 1 : 0;
