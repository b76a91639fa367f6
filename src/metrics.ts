import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Transport = 'gateway' | 'http';

/**
 * What Prometheus is told. Labels hold only words of the program's own, such as the names of its
 * commands, so nobody's words are in them and their number is bounded.
 */
export class Metrics {
  readonly #registry = new Registry();

  /** From the arrival of an interaction until its answer has left, or Discord has taken it. */
  readonly interactions = new Histogram({
    name: 'on_the_record_interaction_seconds',
    help: 'Time from the arrival of an interaction until its answer is out.',
    labelNames: ['transport', 'kind', 'command'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers: [this.#registry],
  });

  /** The bot's own share of it. */
  readonly answering = new Histogram({
    name: 'on_the_record_answer_seconds',
    help: 'Time a command takes to find its answer.',
    labelNames: ['command'] as const,
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers: [this.#registry],
  });

  readonly answers = new Counter({
    name: 'on_the_record_answers_total',
    help: 'Answers by command and outcome: found, not_on_record, ambiguous, error, failed.',
    labelNames: ['command', 'outcome'] as const,
    registers: [this.#registry],
  });

  readonly abstentions = new Counter({
    name: 'on_the_record_abstentions_total',
    help: 'Questions the bot declined to answer because nothing near enough is on record.',
    labelNames: ['command'] as const,
    registers: [this.#registry],
  });

  readonly undelivered = new Counter({
    name: 'on_the_record_undelivered_total',
    help: 'Answers that Discord did not take.',
    registers: [this.#registry],
  });

  readonly duplicates = new Counter({
    name: 'on_the_record_duplicates_total',
    help: 'Interactions the gateway delivered twice; the second is let go.',
    registers: [this.#registry],
  });

  readonly refused = new Counter({
    name: 'on_the_record_http_refused_total',
    help: 'HTTP requests turned away: unsigned, stale, forged, too_large, malformed.',
    labelNames: ['reason'] as const,
    registers: [this.#registry],
  });

  readonly shards = new Gauge({
    name: 'on_the_record_gateway_shards',
    help: 'Shards of the gateway by state: connected, disconnected.',
    labelNames: ['state'] as const,
    registers: [this.#registry],
  });

  readonly resumes = new Counter({
    name: 'on_the_record_gateway_resumes_total',
    help: 'Gateway sessions resumed after a lost connection or a restart.',
    registers: [this.#registry],
  });

  readonly reloads = new Counter({
    name: 'on_the_record_reloads_total',
    help: 'Reloads of the stories: whole, partial (a broken story was kept as it was), failed.',
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  readonly stories = new Gauge({
    name: 'on_the_record_stories',
    help: 'Stories that can be asked about.',
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All of it, in Prometheus's text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
