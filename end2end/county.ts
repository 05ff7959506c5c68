import { expect, request, type APIRequestContext } from "@playwright/test";
import { PASSWORD, type Huiyin } from "./server.ts";

/** The interface for programs as one signed-in person uses it: to find what the demonstration holds, and to ask past the screens. */
export class County {
  private constructor(
    private readonly url: string,
    private readonly api: APIRequestContext,
    readonly me: { id: string; name: string },
  ) {}

  static async as(huiyin: Huiyin, name: string): Promise<County> {
    const api = await request.newContext({ baseURL: huiyin.url, extraHTTPHeaders: { origin: huiyin.url, "accept-language": "zh-CN" } });
    const answer = await api.post("/api/v1/session", { data: { name, password: PASSWORD, label: "end2end" } });
    expect(answer.status(), name).toBe(200);
    const { person } = (await answer.json()) as { person: { id: string; name: string } };
    return new County(huiyin.url, api, person);
  }

  /** Numbers of this person's cases that stand so. */
  async cases(state: string): Promise<Row[]> {
    return ((await (await this.api.get(`/api/v1/cases?state=${state}`)).json()) as { rows: Row[] }).rows;
  }

  async case(number: string): Promise<View> {
    const answer = await this.api.get(`/api/v1/cases/${number}`);
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as View;
  }

  /** The first case that stands so and offers this step, with exactly these rules unmet. */
  async offering(state: string, verb: string, unmet: string[] = []): Promise<string> {
    return (await this.first(state, verb, (_, open) => JSON.stringify(open) === JSON.stringify(unmet))).case.number;
  }

  /** The first case that stands so, offers this step and fits; rules that the step still waits for are told by their names. */
  async first(state: string, verb: string, fits: (view: View, unmet: string[]) => boolean): Promise<View> {
    for (const { number } of await this.cases(state)) {
      const view = await this.case(number);
      const offer = view.offers.find((one) => one.verb === verb);
      if (offer && fits(view, offer.unmet.map(codeOf))) {
        return view;
      }
    }
    throw new Error(`no case that is ${state} and offers ${verb} fits`);
  }

  async candidates(number: string, verb: string): Promise<{ id: string; name: string }[]> {
    return (await (await this.api.get(`/api/v1/cases/${number}/candidates?verb=${verb}`)).json()) as { id: string; name: string }[];
  }

  /** Asks something of a case; the outcome, or the problem, as it is told. */
  async ask(number: string, what: unknown): Promise<Outcome> {
    const { case: known } = await this.case(number);
    return this.askBlindly(number, known.id, known.seq, what);
  }

  /** The same, of a case that this person may not even see. */
  async askBlindly(number: string, id: string, base: number, what: unknown): Promise<Outcome> {
    const answer = await this.api.post(`/api/v1/cases/${number}/commands`, { data: { command: uuid7(), case: id, base, ask: what } });
    expect(answer.status(), `${number}: a server's error`).toBeLessThan(500);
    return { status: answer.status(), ...((await answer.json()) as object) };
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const answer = await this.api.get(path);
    return { status: answer.status(), text: await answer.text() };
  }

  async leave(): Promise<void> {
    await this.api.dispose();
  }
}

export type Row = { number: string; category: string; division: string | null };
type Unmet = { code: string | Record<string, unknown> };
export type View = { case: { id: string; number: string; seq: number; state: string; division: string; risk: string; rechecker?: string; about_unit?: string }; offers: { verb: string; unmet: Unmet[] }[] };
export type Outcome = { status: number; outcome?: string; refusal?: { unmet: Unmet[] }; title?: string; detail?: string };

/** A rule's stable name; some carry numbers with them. */
export function codeOf({ code }: Unmet): string {
  return typeof code === "string" ? code : (Object.keys(code)[0] ?? "");
}

/** A time-ordered id, as the desk mints them. */
export function uuid7(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = BigInt(Date.now());
  for (let n = 0; n < 6; n += 1) {
    bytes[n] = Number((now >> BigInt(8 * (5 - n))) & 255n);
  }
  bytes[6] = (bytes[6]! & 15) | 112;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
