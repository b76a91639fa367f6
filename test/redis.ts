import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether this machine has a Redis; Debian has it as `redis-server`. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of a test's own, which keeps nothing on disk. */
export class RunningRedis {
  private constructor(
    readonly port: number,
    readonly process: ChildProcess,
  ) {}

  /** @param port a free one, if left out */
  static async start(port?: number): Promise<RunningRedis> {
    const own = port ?? (await freePort());
    const args = ['--port', String(own), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      started.on('error', reject).on('exit', () => reject(new Error('Redis did not start')));
      started.stdout.on('data', (text: Buffer) => {
        if (text.toString().includes('Ready to accept connections')) resolve();
      });
    });
    return new RunningRedis(own, started);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Stops without ceremony, as a machine does that loses its power. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }

  /** Takes connections and answers nothing, until it goes on. */
  hang(): void {
    this.process.kill('SIGSTOP');
  }

  goOn(): void {
    this.process.kill('SIGCONT');
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
