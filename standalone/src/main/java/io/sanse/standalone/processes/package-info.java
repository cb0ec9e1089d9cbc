/**
 * The five services as five processes on loopback, clustered through Hazelcast, with Kafka and PostgreSQL outside of them: as a city runs them, for the test that kills each of
 * them and for the benchmark that asks what each of them costs.
 */
package io.sanse.standalone.processes;
