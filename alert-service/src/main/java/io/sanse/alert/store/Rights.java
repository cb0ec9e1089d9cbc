package io.sanse.alert.store;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which rows a caller may see. The duty desk, auditors and administrators see their areas; officers see what their department has in their areas; machines see
 * nothing here.
 *
 * @param areas prefixes of division codes; none: nothing
 * @param department only what it has, or null for every department
 */
public record Rights(List<String> areas, String department) {
    /** Condition on a row with {@code division} and {@code departments}; {@code $1} and {@code $2} are {@link #areas} and {@link #department}. */
    public static final String VISIBLE = """
            EXISTS (SELECT FROM unnest($1::text[]) area WHERE starts_with(coalesce(division, ''), area))
            AND ($2::text IS NULL OR departments @> ARRAY[$2::text])""";

    private static final Set<Role> WHOLE_AREA = Set.of(Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
    private static final Set<Role> OFFICERS = Set.of(Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER);
    private static final Rights NONE = new Rights(List.of(), null);

    private static final String ENTER = """
            SELECT set_config('role', 'sanse_alert_reader', true), set_config('sanse.areas', $1, true),
                   set_config('sanse.department', $2, true)""";
    private static final String LEAVE = "SELECT set_config('role', 'none', true)";

    public static Rights of(Caller caller) {
        if (caller.roles().stream().anyMatch(WHOLE_AREA::contains)) {
            return new Rights(caller.areas(), null);
        }
        boolean officer = caller.department() != null && caller.roles().stream().anyMatch(OFFICERS::contains);
        return officer ? new Rights(caller.areas(), caller.department()) : NONE;
    }

    /** First parameters of a statement that uses {@link #VISIBLE}. */
    Tuple parameters() {
        return Tuple.of(areas.toArray(String[]::new), department);
    }

    /** Asks in the role that sees only these rows, whatever the question forgets to filter. */
    public <T> Future<T> ask(SqlConnection transaction, Supplier<Future<T>> question) {
        return transaction
                .preparedQuery(ENTER)
                .execute(Tuple.of(Json.text(areas), department == null ? "" : department))
                .compose(entered -> question.get())
                .compose(answer -> transaction.preparedQuery(LEAVE).execute().map(left -> answer));
    }
}
