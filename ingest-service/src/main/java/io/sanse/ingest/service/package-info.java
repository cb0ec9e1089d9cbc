/** Answers the questions of other services about the registry, the catalogue and dead letters, to everyone what he may see. Fed by the event bus. */
package io.sanse.ingest.service;
