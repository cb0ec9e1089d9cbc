package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.AlertQuery;
import io.sanse.contract.service.RegistryAnswer;
import io.sanse.contract.service.SubjectQuery;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which subjects exist for a caller. A firm, a station and a site belong to the division where they lie, a vehicle to that of its carrier, a manifest to those of the
 * firms that it names, a person to those of its firms and vehicles. What lies outside the caller's areas exists for it only through an alert on it or mentioning it; what belongs to no known division exists
 * for everybody.
 */
final class SubjectRights {
    private static final List<String> EVERYWHERE = List.of("");

    private final Services services;
    private final ManifestFirms manifests;

    SubjectRights(Services services) {
        this.services = services;
        this.manifests = new ManifestFirms(services.models());
    }

    /** Fails with NOT_FOUND when the subject does not exist for the caller, with FORBIDDEN when it is a person: of these only the registry's entry is given, for a purpose. */
    Future<Void> require(Caller caller, Subject subject) {
        if (subject.type() == SubjectType.PERSON) {
            return Future.failedFuture(
                    ServiceError.FORBIDDEN.exception("Of persons only what is registered is given, for a purpose"));
        }
        return caller.areas().containsAll(EVERYWHERE)
                ? Future.succeededFuture()
                : divisionOf(caller, subject)
                        .compose(division ->
                                requireAny(caller, subject, division.stream().toList()));
    }

    /** Fails with NOT_FOUND when a person does not exist for the caller. */
    Future<Void> require(Caller caller, RegistryEntry person) {
        if (caller.areas().containsAll(EVERYWHERE)) {
            return Future.succeededFuture();
        }
        Details.Person tied = (Details.Person) person.details();
        Stream<Subject> firms = tied.enterprises().stream().map(Subject::enterprise);
        Stream<Subject> vehicles = tied.vehicles().stream().map(Subject::vehicle);
        return requireAny(caller, Subject.person(person.id()), Stream.concat(firms, vehicles));
    }

    /** Fails with NOT_FOUND when one of the persons does not exist for the caller. An alert that rests on them, named as what for, carries them over the borders of areas. */
    Future<Void> require(Caller caller, StatedPurpose stated, Set<Subject> persons) {
        if (stated.purpose() == AccessPurpose.ALERT_HANDLING || caller.areas().containsAll(EVERYWHERE)) {
            return Future.succeededFuture();
        }
        return Future.all(persons.stream()
                        .map(person -> services.ingest().registered(new SubjectQuery(caller, person, stated)))
                        .map(known -> known.compose(answer -> require(caller, answer.entry())))
                        .toList())
                .mapEmpty();
    }

    /**
     * The same where what was observed of the subject about a moment is to be told. A manifest is judged by all firms that it names, whatever of it is asked for; one that names none exists through an alert
     * only.
     */
    Future<Void> require(Caller caller, Subject subject, Instant around) {
        return require(caller, subject)
                .compose(exists -> caller.areas().containsAll(EVERYWHERE) || subject.type() != SubjectType.MANIFEST
                        ? Future.succeededFuture()
                        : manifests
                                .of(caller, subject, around)
                                .compose(firms -> firms.isEmpty()
                                        ? requireAlert(caller, subject)
                                        : requireAny(caller, subject, firms.stream())));
    }

    /** By the divisions of what the subject belongs to. */
    private Future<Void> requireAny(Caller caller, Subject subject, Stream<Subject> owners) {
        List<Future<Optional<String>>> divisions =
                owners.map(owner -> divisionOf(caller, owner)).toList();
        return Future.all(divisions)
                .compose(all -> requireAny(
                        caller,
                        subject,
                        all.<Optional<String>>list().stream()
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private Future<Void> requireAny(Caller caller, Subject subject, List<String> divisions) {
        return divisions.isEmpty() || divisions.stream().anyMatch(caller::sees)
                ? Future.succeededFuture()
                : requireAlert(caller, subject);
    }

    private Future<Void> requireAlert(Caller caller, Subject subject) {
        return services.alerts()
                .list(new AlertQuery(caller, null, null, null, null, subject, null, null, null, null, null, 1))
                .compose(page -> page.items().isEmpty()
                        ? Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such subject"))
                        : Future.succeededFuture());
    }

    private Future<Optional<String>> divisionOf(Caller caller, Subject subject) {
        return switch (subject.type()) {
            case ENTERPRISE, STATION, SITE, VEHICLE ->
                registered(caller, subject).compose(entry -> divisionOf(caller, entry));
            case MANIFEST, PERSON, FEED -> Future.succeededFuture(Optional.empty());
        };
    }

    private Future<Optional<String>> divisionOf(Caller caller, Optional<RegistryAnswer> known) {
        Details details = known.map(answer -> answer.entry().details()).orElse(null);
        if (details instanceof Details.Vehicle vehicle && vehicle.carrier() != null) {
            return divisionOf(caller, Subject.enterprise(vehicle.carrier()));
        }
        return Future.succeededFuture(Optional.ofNullable(lies(details)));
    }

    private static String lies(Details details) {
        if (details instanceof Details.Enterprise enterprise) {
            return enterprise.division();
        }
        if (details instanceof Details.Station station) {
            return station.division();
        }
        return details instanceof Details.Zone zone ? zone.division() : null;
    }

    /** Asked without the caller's limits: where a thing lies decides whether it exists for the caller. */
    private Future<Optional<RegistryAnswer>> registered(Caller caller, Subject subject) {
        Caller unlimited = new Caller(caller.user(), caller.roles(), caller.department(), EVERYWHERE);
        return services.ingest()
                .registered(new SubjectQuery(unlimited, subject))
                .map(Optional::of)
                .recover(failure -> ServiceError.of(failure) == ServiceError.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }
}
