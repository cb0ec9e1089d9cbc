/** Benchmarks, run on demand: what the whole road costs per observation, beside the ceiling that the same machine's raw Kafka sets. Never shipped. */
package io.sanse.bench;
