/**
 * The items of an upload: from JSON to checked observations and registrations, or to the reason why not. Pure; fed by {@code io.sanse.ingest.http}, which gives it
 * the registry as it stands.
 */
package io.sanse.ingest.http.item;
