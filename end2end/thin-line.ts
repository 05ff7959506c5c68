import { createServer, connect, type Server, type Socket } from "node:net";

/** Ethernet's, which is what a radio link's packets look like from here. */
const PACKET_BYTES = 1460;

/** One way of the line: packets of all connections, one after the other, at the line's own pace. */
class Way {
  bytes = 0;
  private readonly waiting: { from: Socket; to: Socket }[] = [];
  private free = 0;
  private busy = false;

  constructor(private readonly line: { bytesPerSecond: number | undefined }) {}

  carry(from: Socket, to: Socket): void {
    const pair = { from, to };
    from.on("readable", () => {
      if (!this.waiting.includes(pair)) {
        this.waiting.push(pair);
        void this.work();
      }
    });
    from.on("end", () => to.end());
  }

  private async work(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const { from, to } = next;
      const packet = from.read(Math.min(PACKET_BYTES, from.readableLength)) as Buffer | null;
      if (!packet) {
        continue;
      }
      await this.pace(packet.length);
      // It has crossed the line, whether or not anybody is left to take it.
      this.bytes += packet.length;
      if (!to.destroyed) {
        to.write(packet);
      }
      if (!from.destroyed && from.readableLength > 0) {
        this.waiting.push(next);
      }
    }
    this.busy = false;
  }

  private async pace(bytes: number): Promise<void> {
    const { bytesPerSecond } = this.line;
    if (bytesPerSecond === undefined) {
      return;
    }
    const now = performance.now();
    this.free = Math.max(this.free, now) + (1000 * bytes) / bytesPerSecond;
    await new Promise((done) => setTimeout(done, this.free - now));
  }
}

/** A line between a phone and the program that can be made thin, and that breaks in regular intervals. Its bytes are counted. */
export class ThinLine {
  readonly up: Way;
  readonly down: Way;
  cuts = 0;
  private readonly pace: { bytesPerSecond: number | undefined } = { bytesPerSecond: undefined };
  private readonly open = new Set<Socket>();
  private cutting: NodeJS.Timeout | undefined;
  private far = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    this.up = new Way(this.pace);
    this.down = new Way(this.pace);
    server.on("connection", (near: Socket) => {
      const far = connect(this.far, "127.0.0.1");
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        this.open.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          this.open.delete(socket);
          other.destroy();
        });
      }
      this.up.carry(near, far);
      this.down.carry(far, near);
    });
  }

  static async lay(): Promise<ThinLine> {
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (!address || typeof address !== "object") {
      throw new Error("no port");
    }
    return new ThinLine(server, address.port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where it leads. */
  leadTo(port: number): void {
    this.far = port;
  }

  /** From now on it is thin, and every connection breaks every so often. Counting begins. */
  thin(bitsPerSecond: number, cutEveryMs: number): void {
    this.pace.bytesPerSecond = bitsPerSecond / 8;
    [this.up.bytes, this.down.bytes, this.cuts] = [0, 0, 0];
    this.cutting = setInterval(() => {
      this.cuts += 1;
      this.open.forEach((socket) => socket.resetAndDestroy());
    }, cutEveryMs);
  }

  async remove(): Promise<void> {
    clearInterval(this.cutting);
    this.open.forEach((socket) => socket.destroy());
    await new Promise((closed) => this.server.close(closed));
  }
}
