/** The access log: who read what is registered of persons, and what for. Fed by the gateway through {@code AccessService}; read by auditors. */
package io.sanse.ingest.access;
