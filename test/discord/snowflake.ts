const DISCORD_EPOCH = 1_420_070_400_000n;
let counter = 0n;

/** A new id that holds its time of creation, as Discord's do: discord.js reads ages from ids. */
export function snowflake(at: number = Date.now()): string {
  counter = (counter + 1n) % 4096n;
  return (((BigInt(at) - DISCORD_EPOCH) << 22n) | counter).toString();
}

/** The shard that gets a guild's events; events without a guild go to shard 0. */
export function shardOf(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
