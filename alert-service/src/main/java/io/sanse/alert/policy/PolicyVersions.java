package io.sanse.alert.policy;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Every version of a policy that was in force, so that a decision that names it can be understood for ever. */
public final class PolicyVersions {
    private static final String SAVE = """
            INSERT INTO policy_version (name, version, content) VALUES ($1, $2, $3) ON CONFLICT (name, version) DO NOTHING""";
    private static final String LOAD = "SELECT content FROM policy_version WHERE name = $1 AND version = $2";

    /**
     * Keeps a version.
     *
     * @param content of the file in canonical form
     * @return fails with {@link IllegalArgumentException} when the same version was in force with another content: a change takes the next version
     */
    public Future<Void> keep(SqlClient client, String name, int version, String content) {
        return client.preparedQuery(SAVE)
                .execute(Tuple.of(name, version, content))
                .compose(saved -> client.preparedQuery(LOAD).execute(Tuple.of(name, version)))
                .compose(rows -> rows.iterator().next().getString("content").equals(content)
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalArgumentException("policy " + name + " version " + version
                                + " was in force with other content: give the changed file the next version")));
    }
}
