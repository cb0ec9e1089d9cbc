package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** What the registry knows, what feeds deliver and what was refused; answered by ingest-service. */
@ProxyGen
public interface IngestService {
    String ADDRESS = "sanse.ingest";

    /** The registry's entry of a subject. Fails with NOT_FOUND; of a person with FORBIDDEN when the caller may not read it or names no purpose. */
    Future<RegistryAnswer> registered(SubjectQuery query);

    /** Data items of the platform with their feeds, counts and last arrival (数据目录). */
    Future<Catalogue> catalogue(CatalogueQuery query);

    /** One page of dead letters, newest first. */
    Future<DeadLetterPage> deadLetters(DeadLetterQuery query);

    /** Registry entries of one kind, for the map and for choosing departments. */
    Future<RegistryPage> registry(RegistryQuery query);
}
