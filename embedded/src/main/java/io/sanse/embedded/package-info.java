/**
 * Real Kafka and real PostgreSQL inside this machine, from their Maven artifacts: durable, restartable on the same folder after a kill, for the embedded default and
 * for every service's tests. Each gives the settings that services need to reach it.
 */
package io.sanse.embedded;
