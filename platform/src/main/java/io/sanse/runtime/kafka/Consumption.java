package io.sanse.runtime.kafka;

/**
 * What to do with a topic's records.
 *
 * @param decoder reads one
 * @param handler writes the effect of many
 * @param poison keeps those that cannot be used
 */
public record Consumption<V>(Decoder<V> decoder, BatchHandler<V> handler, PoisonSink poison) {}
