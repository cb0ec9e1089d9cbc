/**
 * The models on Kafka Streams: one sub-topology over {@code observations}, the registry as a global store, {@code detections} and {@code dead-letters} out, everything in
 * one transaction ({@code exactly_once_v2}). Nothing is decided here: {@code detect} decides, this keeps its state.
 */
package io.sanse.model.engine;
