package io.sanse.gateway.api;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.RegistryAnswer;
import io.sanse.contract.service.RegistryQuery;
import io.sanse.contract.service.SubjectQuery;
import io.sanse.contract.service.TrackQuery;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Set;

/** Subjects: what the registry knows of them and where they were. */
public final class SubjectCalls {
    private final Services services;
    private final SubjectRights rights;
    private final PersonRecords persons;
    private final InstantSource clock;

    public SubjectCalls(Services services, PersonRecords persons, InstantSource clock) {
        this.services = services;
        this.rights = new SubjectRights(services);
        this.persons = persons;
        this.clock = clock;
    }

    /** {@code GET /api/v1/subjects/{type}/{id}}. */
    public Future<Reply> registered(Call call) {
        Subject subject = subject(call.parameters());
        if (subject.type() == SubjectType.PERSON) {
            PersonRecords.Wanted wanted =
                    new PersonRecords.Wanted(call, "/api/v1/subjects/person/" + subject.id(), Set.of(subject));
            return persons.shown(wanted, stated -> person(new SubjectQuery(call.caller(), subject, stated)))
                    .map(Reply::ok);
        }
        SubjectQuery query = new SubjectQuery(call.caller(), subject);
        return rights.require(query.caller(), query.subject())
                .compose(visible -> services.ingest().registered(query))
                .map(Reply::ok);
    }

    /** An alert that rests on the person carries it over the borders of areas; any other purpose does not. */
    private Future<RegistryAnswer> person(SubjectQuery query) {
        Future<RegistryAnswer> known = services.ingest().registered(query);
        return query.stated().purpose() == AccessPurpose.ALERT_HANDLING
                ? known
                : known.compose(
                        answer -> rights.require(query.caller(), answer.entry()).map(answer));
    }

    /** {@code GET /api/v1/subjects/{type}/{id}/track}. */
    public Future<Reply> track(Call call) {
        TimeSpan span = TimeSpan.of(call.parameters(), clock.instant());
        TrackQuery query = new TrackQuery(call.caller(), subject(call.parameters()), span.from(), span.until());
        return rights.require(query.caller(), query.subject())
                .compose(visible -> services.models().track(query))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/registry/{kind}}. */
    public Future<Reply> registry(Call call) {
        Parameters parameters = call.parameters();
        return services.ingest()
                .registry(new RegistryQuery(
                        call.caller(),
                        parameters.value("kind", RegistryKind::of),
                        parameters.text("after"),
                        parameters.integer("limit")))
                .map(Reply::ok);
    }

    /** The subject that a path names. */
    static Subject subject(Parameters parameters) {
        SubjectType type = parameters.value("type", SubjectType::of);
        return parameters.value("id", id -> new Subject(type, id));
    }
}
