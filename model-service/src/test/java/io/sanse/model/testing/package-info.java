/** Fakes and a small language for trying models without Kafka. */
package io.sanse.model.testing;
