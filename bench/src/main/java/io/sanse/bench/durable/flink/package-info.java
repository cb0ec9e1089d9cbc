/** Flink behind Kafka's topics: a job in one process, with checkpoints on disk and a transactional sink. Started by the run of the package above. */
package io.sanse.bench.durable.flink;
