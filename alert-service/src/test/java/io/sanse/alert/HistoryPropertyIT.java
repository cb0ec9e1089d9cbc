package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.command.Answer;
import io.sanse.alert.domain.Lifecycle;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.fixture.Breaking;
import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.AlertCommand;
import io.sanse.testing.TestClock;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories: detections late, doubled and out of order, commands right and wrong and repeated, clocks that jump, two instances, and a process that is killed
 * at any statement. Whatever happens, what must hold holds.
 */
@ExtendWith(PostgresServer.Given.class)
class HistoryPropertyIT {
    private static final int OPERATIONS = 160;
    private static final List<Caller> PEOPLE = List.of(
            Desk.OPERATOR,
            Desk.AUDITOR,
            Desk.SQUAD,
            Desk.officer("police-officer", TestCity.POLICE),
            Desk.officer("ecology-officer", TestCity.ECOLOGY),
            Desk.officer("enforcement-officer", TestCity.ENFORCEMENT));

    /** An episode as the model saw it develop, and how much of it has come. */
    private static final class Episode {
        final List<Detection> records = new ArrayList<>();
        int next;
    }

    private final List<Episode> episodes = new ArrayList<>();
    private final Map<UUID, AlertCommand> given = new LinkedHashMap<>();
    private final Map<UUID, Answer> answers = new HashMap<>();
    private Random random;
    private TestClock clock;
    private Desk one;
    private Desk other;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensHolds(long seed, PostgresServer server) {
        random = new Random(seed);
        clock = new TestClock(Life.START.toString());
        Map<String, String> settings = server.database();
        try (Desk first = Desk.on(settings, clock);
                Desk second = Desk.on(settings, clock)) {
            one = first;
            other = second;
            one.register(TestCity.registry());
            makeEpisodes();
            for (int i = 0; i < OPERATIONS; i++) {
                happen();
            }
            episodes.forEach(episode -> one.detect(episode.records.get(episode.records.size() - 1)));
            one.tick();
            check();
        }
    }

    private void makeEpisodes() {
        for (String plate : List.of("浙GA0001", "浙GA0002", "浙GA0003")) {
            for (Detections kind : List.of(Detections.stop(plate), Detections.silent(plate))) {
                for (int day = 0; day < 2; day++) {
                    episodes.add(episode(kind.episode(Detections.EVENING.minus(Duration.ofDays(day)))));
                }
            }
        }
    }

    private Episode episode(Detections kind) {
        Episode episode = new Episode();
        Detections now = kind;
        int length = 1 + random.nextInt(6);
        for (int revision = 1; revision <= length; revision++) {
            now = now.revision(revision);
            if (random.nextInt(6) == 0) {
                now = now.level(Level.values()[random.nextInt(3)]);
            }
            Change change = revision == 1 ? Change.RAISED : Change.values()[1 + random.nextInt(3)];
            episode.records.add(now.record(change));
        }
        return episode;
    }

    private void happen() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> deliver();
            case 4, 5, 6 -> command();
            case 7 -> repeat();
            case 8 -> clock.advance(Duration.ofSeconds((long) Math.pow(10, random.nextInt(6)) - random.nextInt(5)));
            default -> result(Future.join(one.clocks.turn(), other.clocks.turn()));
        }
    }

    private Desk either() {
        return random.nextBoolean() ? one : other;
    }

    private void deliver() {
        Episode episode = episodes.get(random.nextInt(episodes.size()));
        int jump =
                switch (random.nextInt(5)) {
                    case 0 -> -1 - random.nextInt(3);
                    case 1 -> random.nextInt(3);
                    default -> 0;
                };
        int index = Math.max(0, Math.min(episode.next + jump, episode.records.size() - 1));
        Desk desk = either();
        mayBeKilled(desk, transaction -> desk.registrar
                .detected(transaction, episode.records.get(index))
                .map(true));
        episode.next = Math.max(episode.next, index + 1);
    }

    private void command() {
        List<UUID> ids = one.ids();
        if (ids.isEmpty()) {
            return;
        }
        UUID alert = ids.get(random.nextInt(ids.size()));
        Caller caller = PEOPLE.get(random.nextInt(PEOPLE.size()));
        CommandType type = type(one.alert(alert), caller);
        AlertCommand command = one.command(caller, alert, type, Life.fitting(type));
        Long version = random.nextInt(3) == 0 ? (Long) one.alert(alert).version() : null;
        give(new AlertCommand(
                caller,
                alert,
                command.commandId(),
                version == null ? null : version - random.nextInt(2),
                type,
                "because",
                clock.instant(),
                command.details()));
    }

    /** Mostly something that the caller may do now. */
    private CommandType type(AlertCase alert, Caller caller) {
        List<CommandType> allowed = Lifecycle.allowed(alert, caller.roles(), caller.department());
        List<CommandType> choice =
                allowed.isEmpty() || random.nextInt(4) == 0 ? List.of(CommandType.values()) : allowed;
        return choice.get(random.nextInt(choice.size()));
    }

    private void repeat() {
        if (!given.isEmpty()) {
            List<AlertCommand> all = List.copyOf(given.values());
            give(all.get(random.nextInt(all.size())));
        }
    }

    private void give(AlertCommand command) {
        given.put(command.commandId(), command);
        Desk desk = either();
        Optional<Answer> answer =
                mayBeKilled(desk, transaction -> desk.commands.take(transaction, command, Author.CITY));
        answer.ifPresent(said -> heard(command, said));
    }

    private <T> Optional<T> mayBeKilled(Desk desk, Function<SqlConnection, Future<T>> work) {
        int statement = random.nextInt(3) == 0 ? 1 + random.nextInt(16) : Integer.MAX_VALUE;
        boolean atCommit = random.nextInt(10) == 0;
        return result(desk.database
                .transaction(transaction -> work.apply(Breaking.at(transaction, statement))
                        .compose(done -> atCommit
                                ? Future.<T>failedFuture(new Breaking.Killed())
                                : Future.succeededFuture(done)))
                .map(Optional::of)
                .recover(failure -> failure instanceof Breaking.Killed
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure)));
    }

    private void check() {
        given.values().forEach(this::giveUndisturbed);
        List<AlertEvent> events = one.events();
        Map<UUID, Long> last = new HashMap<>();
        for (AlertEvent event : events) {
            assertEquals(event.number() - 1, last.getOrDefault(event.alertId(), 0L), "numbers are dense and in order");
            last.put(event.alertId(), event.number());
        }
        HistoryCheck check = new HistoryCheck(one);
        last.keySet().forEach(check::alert);
        episodes.forEach(episode -> check.episode(episode.records.get(episode.records.size() - 1)));
        long byPeople =
                events.stream().filter(event -> !event.actor().equals("system")).count();
        long accepted = answers.values().stream()
                .filter(answer -> answer.error() == null)
                .count();
        assertEquals(accepted, byPeople, "each accepted command is one event");
        assertTrue(accepted > 10, "the history was too dull: " + accepted + " commands");
    }

    private void giveUndisturbed(AlertCommand command) {
        heard(
                command,
                result(one.database.transaction(transaction -> one.commands.take(transaction, command, Author.CITY))));
    }

    private void heard(AlertCommand command, Answer said) {
        Answer before = answers.putIfAbsent(command.commandId(), said);
        assertTrue(before == null || before.equals(said), () -> "a repeat was answered with " + said);
    }
}
