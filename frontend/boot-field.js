// Starts the field door: mounts the program into the static shell. The build fills in the addresses.
// There is no inline script anywhere on the field door.
import init, { field } from "{{field.js}}";

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

// A new version takes over at a cold start, before anything is on the screen, and never inside a form.
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
  });
  waiting.postMessage("change-over");
  if ((await settled) === "activated") {
    location.reload();
    await new Promise(() => {}); // Nothing starts on a page that is about to go.
  }
}

// Later, a new version only says that it is there: `huiyin-update` on the window. A tap may then send the waiting
// worker "change-over" and reload; otherwise the next cold start does it.
async function register() {
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && navigator.serviceWorker.controller) {
          window.dispatchEvent(new Event("huiyin-update"));
        }
      });
    });
  } catch (error) {
    console.warn("The offline start could not be prepared.", error);
  }
}
