/**
 * Everything in one process: the embedded Kafka and PostgreSQL, the five services, the simulators of the operator's SMSC and of the province, a local issuer of
 * tokens, and the demo's night. Started by the script {@code sanse}; nobody depends on it.
 */
package io.sanse.standalone;
