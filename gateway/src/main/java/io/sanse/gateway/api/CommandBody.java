package io.sanse.gateway.api;

import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertCommand;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Body of a command.
 *
 * @param type what to do
 * @param expectedVersion version that the client saw, or null
 * @param reason why, or null
 * @param clientAt the client's clock, or null
 * @param details by type, or null
 */
record CommandBody(CommandType type, Long expectedVersion, String reason, Instant clientAt, CommandDetails details) {
    /** They leave the workflow as it is, so that they are right at any version. */
    private static final Set<CommandType> WITHOUT_VERSION =
            EnumSet.of(CommandType.COMMENT, CommandType.URGE, CommandType.SUPERVISE);

    private static final String ANY = "*";

    /** The command of a request; throws a {@link Problem} when it does not say which version it is meant for. */
    static AlertCommand command(Call call) {
        CommandBody body = call.body(CommandBody.class);
        return new AlertCommand(
                call.caller(),
                call.parameters().uuid("id"),
                call.parameters().uuid("Idempotency-Key"),
                body.version(call.parameters().text("If-Match")),
                body.type,
                body.reason,
                body.clientAt,
                body.details == null ? CommandDetails.NONE : body.details);
    }

    private Long version(String ifMatch) {
        if (ifMatch == null) {
            if (expectedVersion == null && !WITHOUT_VERSION.contains(type)) {
                throw new Problem(ProblemType.VERSION_REQUIRED, type.text() + " needs If-Match or expectedVersion");
            }
            return expectedVersion;
        }
        if (ifMatch.equals(ANY)) {
            return expectedVersion;
        }
        Long matched = Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
        if (expectedVersion != null && !expectedVersion.equals(matched)) {
            throw new Problem(ProblemType.BAD_REQUEST, "If-Match and expectedVersion name different versions");
        }
        return matched;
    }
}
