package io.sanse.ingest.service;

import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.Catalogue;
import io.sanse.contract.service.CatalogueQuery;
import io.sanse.contract.service.DeadLetterPage;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.RegistryAnswer;
import io.sanse.contract.service.RegistryPage;
import io.sanse.contract.service.RegistryQuery;
import io.sanse.contract.service.SubjectQuery;
import io.sanse.ingest.catalogue.DataCatalogue;
import io.sanse.ingest.deadletter.DeadLetterStore;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Answers {@link IngestService}: checks rights and limits, asks registry, catalogue and table. */
public final class IngestEndpoint implements IngestService {
    private static final int MAX_ENTRIES = 1_000;
    /** What the gateway says of a subject that lies elsewhere, too: whether it is registered at all is not told. */
    private static final String NO_SUBJECT = "There is no such subject";

    private static final int MAX_LETTERS = 200;
    private static final Role[] STAFF = {
        Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.AUDITOR, Role.ADMIN
    };

    private final RegistrySnapshot registry;
    private final DataCatalogue catalogue;
    private final DeadLetterStore letters;

    public IngestEndpoint(RegistrySnapshot registry, DataCatalogue catalogue, DeadLetterStore letters) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.letters = letters;
    }

    @Override
    public Future<RegistryAnswer> registered(SubjectQuery query) {
        return Questions.answer(() -> {
            Questions.require(query.caller(), STAFF);
            requirePurpose(query);
            RegistryEntry entry = find(query)
                    .flatMap(known -> Disclosure.of(known, query))
                    .orElseThrow(() -> ServiceError.NOT_FOUND.exception(NO_SUBJECT));
            return Future.succeededFuture(new RegistryAnswer(query.subject(), entry));
        });
    }

    private static void requirePurpose(SubjectQuery query) {
        if (query.subject().type() == SubjectType.PERSON && !StatedPurpose.opens(query.caller(), query.stated())) {
            throw ServiceError.FORBIDDEN.exception(
                    "What is registered of a person is for operators and officers of departments, for a purpose");
        }
    }

    private Optional<RegistryEntry> find(SubjectQuery query) {
        return kindOf(query.subject().type())
                .flatMap(kind -> registry.find(kind, query.subject().id()));
    }

    private static Optional<RegistryKind> kindOf(SubjectType type) {
        return switch (type) {
            case VEHICLE -> Optional.of(RegistryKind.VEHICLE);
            case ENTERPRISE -> Optional.of(RegistryKind.ENTERPRISE);
            case STATION -> Optional.of(RegistryKind.STATION);
            case SITE -> Optional.of(RegistryKind.ZONE);
            case FEED -> Optional.of(RegistryKind.FEED);
            case PERSON -> Optional.of(RegistryKind.PERSON);
            case MANIFEST -> Optional.empty();
        };
    }

    @Override
    public Future<RegistryPage> registry(RegistryQuery query) {
        return Questions.answer(() -> {
            Questions.require(query.caller(), STAFF);
            Questions.requireLimit(query.limit(), MAX_ENTRIES);
            List<RegistryEntry> found = registry.behind(query.kind(), query.after()).stream()
                    .map(entry -> Disclosure.of(entry, query.caller()))
                    .flatMap(Optional::stream)
                    .limit(query.limit() + 1L)
                    .toList();
            boolean more = found.size() > query.limit();
            List<RegistryEntry> page = more ? found.subList(0, query.limit()) : found;
            String next = more ? page.get(page.size() - 1).id() : null;
            return Future.succeededFuture(new RegistryPage(page, next));
        });
    }

    @Override
    public Future<Catalogue> catalogue(CatalogueQuery query) {
        return Questions.answer(() -> {
            Questions.require(
                    query.caller(),
                    Role.OPERATOR,
                    Role.DEPARTMENT_OFFICER,
                    Role.FIELD_OFFICER,
                    Role.AUDITOR,
                    Role.INTEGRATOR,
                    Role.ADMIN);
            return catalogue.current();
        });
    }

    @Override
    public Future<DeadLetterPage> deadLetters(DeadLetterQuery query) {
        return Questions.answer(() -> {
            Questions.require(query.caller(), Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
            Questions.requireLimit(query.limit(), MAX_LETTERS);
            return letters.page(query);
        });
    }
}
