package io.sanse.standalone;

import io.sanse.contract.alert.Alert;
import io.sanse.standalone.city.City;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.night.Night;
import io.sanse.standalone.night.Script;
import io.sanse.standalone.play.NightPlayer;
import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.verdict.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The demo: plays last night, waits until the platform has digested it, and compares what it found with the truth. */
final class DemoRun {
    private static final long SEED = 1;
    private static final long LOOK_MS = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Night.ZONE);

    private final City city = new City();
    private final Script script;
    private final Screen screen;
    private final InstantSource clock;
    private final Supplier<Duration> sinceStart;

    /**
     * Writes last night's script; nothing is played yet.
     *
     * @param sinceStart time since the start
     */
    DemoRun(Screen screen, InstantSource clock, Supplier<Duration> sinceStart) {
        this.screen = screen;
        this.clock = clock;
        this.script = Script.of(city, Night.last(clock.instant()), SEED);
        this.sinceStart = sinceStart;
    }

    /** @return whether everything was found and nothing else */
    boolean play(RunningPlatform platform) throws InterruptedException {
        Night night = script.night();
        Instant begun = begun(platform.folder().nights().resolve(night.label()));
        Question question =
                new Question(new PublicApi(platform.vertx(), platform.ports().http(), platform.token(LocalUser.ADMIN)));
        NightPlayer player =
                NightPlayer.at(platform.vertx(), city, platform.endpoints(), platform.token(LocalUser.INTEGRATOR));
        screen.progress("registering the city");
        player.register(night);
        new RegistryBarrier(platform.meters()).await();
        announceFirstAlert(platform, question, begun);
        screen.progress("playing the night of %s: %d trucks, %d messages"
                .formatted(
                        night.evening(), city.trucks().size(), script.events().size()));
        player.play(script, new Progress(script)::reached);
        screen.progress("the night is over; waiting until everything has arrived");
        return new Judge(screen, platform, question).judge(script.truth(), begun);
    }

    /** When this night was first begun in this data folder: alerts raised since then are this night's. */
    private Instant begun(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path partial = Files.writeString(
                        file.resolveSibling(file.getFileName() + ".part"),
                        clock.instant().toString());
                Files.move(partial, file);
            }
            return Instant.parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder cannot be written", failure);
        }
    }

    private void announceFirstAlert(RunningPlatform platform, Question question, Instant begun) {
        AtomicBoolean asking = new AtomicBoolean();
        platform.vertx().setPeriodic(LOOK_MS, timer -> {
            if (asking.compareAndSet(false, true)) {
                question.alertsSince(begun).onSuccess(alerts -> {
                    asking.set(false);
                    if (!alerts.isEmpty() && platform.vertx().cancelTimer(timer)) {
                        announce(alerts.get(alerts.size() - 1));
                    }
                });
            }
        });
    }

    private void announce(Alert alert) {
        screen.progress("first alert %.1f s after the start: %s, %s"
                .formatted(
                        sinceStart.get().toMillis() / 1_000.0,
                        alert.level().text(),
                        alert.text().zh()));
    }

    /** Says how far the night has come, once for each half hour of it. */
    private final class Progress {
        private static final Duration STEP = Duration.ofMinutes(30);

        private final Script script;
        private Instant next;

        Progress(Script script) {
            this.script = script;
            this.next = script.night().start();
        }

        void reached(Instant time, int sent) {
            if (!time.isBefore(next)) {
                next = next.plus(STEP);
                screen.progress("%s  %3d %%"
                        .formatted(
                                TIME.format(time), 100L * sent / script.events().size()));
            }
        }
    }
}
