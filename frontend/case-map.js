// <case-map>: the county's own map around a case. What stands in it (a picture) is shown until Leaflet is here, and stays if
// it does not come. Everything is drawn in a shadow root, so that the page around it is never touched: hydration finds
// exactly what the server sent. The build fills in the addresses.
const LEAFLET = "{{leaflet.js}}";
const STYLE = "{{case-map.css}}";

/** Degrees as Leaflet wants them. */
const place = (point) => [point.lat_deg, point.lon_deg];

class CaseMap extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      this.box = document.createElement("div");
      this.box.className = "box";
      root.append(document.createElement("slot"), this.box);
    }
    this.seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.seen.disconnect();
        this.draw().catch((error) => console.warn("the map stays a picture", error));
      }
    });
    this.seen.observe(this);
  }

  disconnectedCallback() {
    this.seen?.disconnect();
    this.resized?.disconnect();
    this.map?.remove();
    this.map = undefined;
    this.removeAttribute("data-ready");
  }

  async draw() {
    const [answer, style] = await Promise.all([fetched(this.dataset.source), fetched(STYLE), import(LEAFLET)]);
    const [data, css] = await Promise.all([answer.json(), style.text()]);
    if (!this.isConnected || !data.at) {
      return;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadowRoot.adoptedStyleSheets = [sheet];
    // The map needs a size before it is made.
    this.setAttribute("data-ready", "");
    const L = globalThis.L;
    const map = L.map(this.box, { attributionControl: false, zoomControl: false, minZoom: 9, maxZoom: 19, zoomSnap: 0.5 });
    this.map = map;
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", this.dataset.label);
    L.control.zoom({ zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(this.dataset.attribution).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    map.setView(place(data.at), 15.5);
    for (const shape of data.shapes) {
      const line = shape.line.map(place);
      const className = `l-${shape.layer}${shape.holds ? " l-holds" : ""}`;
      const drawn = shape.layer === "river" ? L.polyline(line, { className }) : L.polygon(line, { className });
      drawn.options.interactive = shape.layer === "zone" || shape.layer === "river";
      if (drawn.options.interactive) {
        drawn.bindTooltip(words(shape.name), { sticky: true });
      }
      drawn.addTo(map);
    }
    if (data.accuracy_m) {
      L.circle(place(data.at), { radius: data.accuracy_m, className: "l-fix", interactive: false }).addTo(map);
    }
    for (const spot of data.spots) {
      const link = document.createElement("a");
      link.href = `/desk/cases/${spot.number}`;
      link.title = spot.label;
      link.setAttribute("aria-label", spot.label);
      this.mark(spot.at, link, spot.open ? "l-spot" : "l-spot l-over", 24);
    }
    const here = document.createElement("span");
    here.setAttribute("role", "img");
    here.setAttribute("aria-label", this.dataset.here);
    this.mark(data.at, here, "l-here", 16);
    this.resized = new ResizeObserver(() => this.map?.invalidateSize());
    this.resized.observe(this.box);
  }

  mark(at, html, className, size) {
    const icon = globalThis.L.divIcon({ className, html, iconSize: [size, size] });
    globalThis.L.marker(place(at), { icon, interactive: false, keyboard: false }).addTo(this.map);
  }
}

/** What is at an address, or an error. */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer;
}

/** Words as words, whatever they contain. */
function words(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

customElements.define("case-map", CaseMap);
