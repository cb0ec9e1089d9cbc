/**
 * From decoded messages and what the registry knows of their devices to the contract's observations: sanity rules, datum,
 * units, deterministic ids. Pure; fed by the sessions of {@code io.sanse.ingest.listen}.
 */
package io.sanse.ingest.decode.mapping;
