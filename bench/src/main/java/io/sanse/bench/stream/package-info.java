/**
 * One generated city, what happens in it and the five rules that are asked of it: what engines are compared by. {@link io.sanse.bench.stream.StreamMaker} makes a night;
 * {@link io.sanse.bench.stream.Observations} and {@link io.sanse.bench.stream.Events} hand it out as ingest-service would, and sorted and simplified for peers.
 */
package io.sanse.bench.stream;
