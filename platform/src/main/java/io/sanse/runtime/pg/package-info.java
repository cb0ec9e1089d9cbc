/** PostgreSQL as every service uses it: one schema per service, migrated by Flyway at start, and transactions that take a connection along. */
package io.sanse.runtime.pg;
