// Brings the server-rendered desk to life. The build fills in the addresses.
import init, { hydrate } from "{{desk.js}}";
import "{{case-map.js}}";

await init({ module_or_path: "{{desk_bg.wasm}}" });
hydrate();
