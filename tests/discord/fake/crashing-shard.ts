/** A shard that crashes as soon as it has connected. */
await import("./shard.ts");
process.exit(1);
