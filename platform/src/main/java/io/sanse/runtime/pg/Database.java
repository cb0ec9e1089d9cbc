package io.sanse.runtime.pg;

import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** A service's own schema and its pool. Statements outside a transaction see the same schema by the connection's search path. */
public final class Database {
    private static final int CONNECT_LIMIT_MS = 5_000;
    private static final int POOL_WAIT_S = 10;

    private final Pool pool;

    private Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Migrates the schema ({@code db/runtime} and {@code db/<schema>} on the class path) and opens the pool; registers the readiness check and the stop.
     * Fails when PostgreSQL does not answer or a migration does not apply.
     */
    public static Future<Database> open(ServiceContext context, String schema) {
        DatabaseSettings settings = DatabaseSettings.from(context.settings());
        return context.vertx().executeBlocking(() -> migrate(settings, schema)).map(migrated -> {
            Pool pool = pool(context.vertx(), settings, schema);
            context.lifecycle().onStop("pool " + schema, pool::close);
            context.health()
                    .ready("postgres-" + schema, () -> pool.query("SELECT 1").execute());
            return new Database(pool);
        });
    }

    private static int migrate(DatabaseSettings settings, String schema) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/runtime", "classpath:db/" + schema)
                .schemas(schema)
                .defaultSchema(schema)
                .connectRetries(10)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static Pool pool(Vertx vertx, DatabaseSettings settings, String schema) {
        PgConnectOptions connect = new PgConnectOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password())
                .setCachePreparedStatements(true)
                .setPipeliningLimit(64)
                .addProperty("search_path", schema)
                .addProperty("application_name", "sanse-" + schema);
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setName("postgres-" + schema)
                        .setMaxSize(settings.poolSize())
                        .setConnectionTimeout(POOL_WAIT_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .with(new NetClientOptions().setConnectTimeout(CONNECT_LIMIT_MS))
                .connectingTo(connect)
                .using(vertx)
                .build();
    }

    public Pool pool() {
        return pool;
    }

    /**
     * Runs everything in one transaction. Fails with {@link Unavailable} when PostgreSQL does not answer or asks to try again (serialization, deadlock,
     * shutting down); nothing was done then, or the caller cannot know and must repeat the same.
     */
    public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
        return pool.withTransaction(work).recover(failure -> Future.failedFuture(classify(failure)));
    }

    /** Asks outside of a transaction. Fails as {@link #transaction}. */
    public <T> Future<T> ask(Function<SqlClient, Future<T>> question) {
        return question.apply(pool).recover(failure -> Future.failedFuture(classify(failure)));
    }

    private static Throwable classify(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState() == null ? "" : refused.getSqlState();
            boolean passing = state.startsWith("08")
                    || state.startsWith("40")
                    || state.startsWith("53")
                    || state.startsWith("57")
                    || state.startsWith("58");
            return passing ? new Unavailable("PostgreSQL: " + refused.getErrorMessage(), refused) : refused;
        }
        if (failure instanceof ReplyException) {
            // what the work itself answers its caller with, though it is a VertxException like a lost connection
            return failure;
        }
        boolean connection = failure instanceof java.io.IOException
                || failure instanceof io.vertx.core.VertxException
                || failure instanceof java.util.concurrent.TimeoutException;
        return connection ? new Unavailable("PostgreSQL does not answer: " + failure.getMessage(), failure) : failure;
    }
}
