package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.AccessTurnQuery;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.AlertRef;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records that rest on what is registered of persons: given to operators and officers of departments, for a purpose, and not before the access is on disk. What is refused is written down as well;
 * who is refused too often in a minute, or might be by what is not answered yet, is answered 429, and that is written down once.
 */
public final class PersonRecords {
    private final Services services;

    public PersonRecords(Services services) {
        this.services = services;
    }

    /**
     * What is asked for.
     *
     * @param call the request
     * @param resource its path, not encoded
     * @param persons on whom it rests
     */
    record Wanted(Call call, String resource, Set<Subject> persons) {}

    private record Asked(Wanted wanted, StatedPurpose stated, AccessTurn turn) {}

    /** Completes with what the question finds when the access has been written down; fails with UNAVAILABLE when it cannot be. */
    <T> Future<T> shown(Wanted wanted, Function<StatedPurpose, Future<T>> question) {
        StatedPurpose stated = PurposeHeaders.read(wanted.call().parameters());
        return services.access()
                .turn(new AccessTurnQuery(wanted.call().caller()))
                .compose(turn -> {
                    Asked asked = new Asked(wanted, stated, turn);
                    return turn.granted() ? answered(asked, question) : tooMany(asked);
                });
    }

    private <T> Future<T> answered(Asked asked, Function<StatedPurpose, Future<T>> question) {
        return Future.succeededFuture()
                .compose(start -> permitted(asked.wanted(), asked.stated()))
                .compose(permitted -> question.apply(asked.stated()))
                .transform(answer -> noted(asked, answer));
    }

    private <T> Future<T> tooMany(Asked asked) {
        Future<T> refused = Future.failedFuture(tooMany());
        return asked.turn().first() ? noted(asked, refused) : refused;
    }

    private static Problem tooMany() {
        return new Problem(
                ProblemType.TOO_MANY_REQUESTS,
                "You were refused what is registered of persons too often, or ask for too much of it at once; wait a minute");
    }

    private Future<Void> permitted(Wanted wanted, StatedPurpose stated) {
        if (!StatedPurpose.reads(wanted.call().caller())) {
            throw ServiceError.FORBIDDEN.exception("What is registered of persons is not for your role");
        }
        List<String> missing = PurposeHeaders.missing(stated);
        if (!missing.isEmpty()) {
            throw purposeRequired(missing);
        }
        return stated.purpose() == AccessPurpose.ALERT_HANDLING
                ? carried(wanted, stated.reference())
                : Future.succeededFuture();
    }

    private static Problem purposeRequired(List<String> missing) {
        List<String> purposes =
                Arrays.stream(AccessPurpose.values()).map(AccessPurpose::text).toList();
        return new Problem(
                ProblemType.PURPOSE_REQUIRED,
                "What is registered of persons is given for a purpose only, and the access is logged; missing: "
                        + String.join(", ", missing),
                new JsonObject().put("missing", new JsonArray(missing)).put("purposes", new JsonArray(purposes)));
    }

    /** Who deals with an alert reads of the persons on whom that alert rests, and of nobody else. */
    private Future<Void> carried(Wanted wanted, String reference) {
        return alert(wanted.call().caller(), reference)
                .compose(dossier -> behind(dossier).containsAll(wanted.persons())
                        ? Future.succeededFuture()
                        : Future.failedFuture(notCarried()));
    }

    private Future<AlertDossier> alert(Caller caller, String reference) {
        try {
            return services.alerts()
                    .get(new AlertRef(caller, UUID.fromString(reference)))
                    .recover(failure -> Future.failedFuture(
                            ServiceError.of(failure) == ServiceError.NOT_FOUND ? notCarried() : failure));
        } catch (IllegalArgumentException noId) {
            return Future.failedFuture(notCarried());
        }
    }

    private static Throwable notCarried() {
        return ServiceError.FORBIDDEN.exception(
                PurposeHeaders.REFERENCE + " is not the id of an alert of yours that rests on this person");
    }

    /** The persons whom an alert is about, or whose entries its detection used. */
    static Set<Subject> behind(AlertDossier dossier) {
        return Stream.concat(Stream.of(dossier.alert().subject().toString()), dossier.references().keySet().stream())
                .filter(key -> key.startsWith(SubjectType.PERSON.text() + ':'))
                .map(Subject::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> Future<T> noted(Asked asked, AsyncResult<T> answer) {
        Wanted wanted = asked.wanted();
        return services.access()
                .note(new AccessNote(
                        wanted.call().caller(),
                        wanted.call().origin(),
                        wanted.resource(),
                        wanted.persons().stream().sorted().toList(),
                        asked.stated(),
                        result(answer),
                        asked.turn()))
                .compose(written -> answer.succeeded()
                        ? Future.succeededFuture(answer.result())
                        : Future.failedFuture(last(answer.cause())));
    }

    /** Where nobody answers, the question would be put again and written down each time: what is written down is the end of it. */
    private static Throwable last(Throwable failure) {
        return failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS
                ? Problem.of(failure, 500)
                : failure;
    }

    private static AccessResult result(AsyncResult<?> answer) {
        if (answer.succeeded()) {
            return AccessResult.GIVEN;
        }
        return switch (Problem.of(answer.cause(), 500).type()) {
            case FORBIDDEN, PURPOSE_REQUIRED, TOO_MANY_REQUESTS -> AccessResult.REFUSED;
            case NOT_FOUND -> AccessResult.NOT_FOUND;
            default -> AccessResult.FAILED;
        };
    }
}
