/** Replays recordings through detection without Kafka. */
package io.sanse.model.testing;
