/**
 * Exactly once, from what a producer sends to committed detections: broker, models and load share the machine, each in a JVM of its own. {@link io.sanse.bench.durable.Durable}
 * plays a night and a city's live reports to model-service's own topology and, behind the same topics, to Flink. Flink's libraries are on the class path of this run only.
 */
package io.sanse.bench.durable;
