/** What is put onto {@code observations}, in frames as ingest-service makes them: as fast as the broker takes it, or at a fixed rate. Fed by the runs of the package above. */
package io.sanse.bench.durable.load;
