// Starts the field door: mounts the program into the static shell. The build fills in the addresses.
// There is no inline script anywhere on the field door.
import init, { field } from "{{field.js}}";

// A browser may let the old version's worker rest for half a minute before it goes. Nobody waits that long for a start.
const PATIENCE_MS = 3000;

await changeOver();
try {
  await init({ module_or_path: "{{field_bg.wasm}}" });
  field();
  document.getElementById("starting")?.remove();
} catch (error) {
  console.error(error);
  document.getElementById("starting-words").hidden = true;
  document.getElementById("failed").hidden = false;
}
if ("serviceWorker" in navigator) {
  await register();
}

// A new version takes over at a cold start, before anything is on the screen, and never inside a form. If it does
// not take over in time, this start is still the old version's.
async function changeOver() {
  const registration = await navigator.serviceWorker?.getRegistration("/");
  const waiting = registration?.waiting;
  if (!waiting || !navigator.serviceWorker.controller) {
    return;
  }
  const settled = new Promise((resolve) => {
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated" || waiting.state === "redundant") {
        resolve(waiting.state);
      }
    });
    setTimeout(() => resolve("late"), PATIENCE_MS);
  });
  waiting.postMessage("change-over");
  if ((await settled) === "activated") {
    location.reload();
    await new Promise(() => {}); // Nothing starts on a page that is about to go.
  }
}

// A new version that is found later waits for the next cold start.
async function register() {
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  } catch (error) {
    console.warn("The offline start could not be prepared.", error);
  }
}
