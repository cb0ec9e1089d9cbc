/**
 * Kafka as every service uses it: topics made as declared, one producer wrapper whose future completes on the broker's ack, and the only consumer loop, which
 * puts effect and offset into one PostgreSQL transaction.
 */
package io.sanse.runtime.kafka;
