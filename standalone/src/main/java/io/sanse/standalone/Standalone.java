package io.sanse.standalone;

import io.sanse.model.cli.ModelCommand;
import io.sanse.standalone.city.City;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.IssuerKey;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.night.Night;
import io.sanse.standalone.night.Script;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** The main class behind the script {@code sanse}: {@code demo}, {@code up}, {@code token}, {@code model}, {@code convert} and, for the script itself, {@code rehearse}. Exit code 0 = as asked, 1 = not, 2 = not understood. */
public final class Standalone {
    private static final int FAILED = 1;

    /** Settings that would make the services leave the embedded default. */
    private static final String FOREIGN_SETTING = "SANSE_(KAFKA|POSTGRES|AUTH)_.*|SANSE_CONFIG";

    private final Options options;
    private final Screen screen;
    private final InstantSource clock;
    private final Launch launch;

    private Standalone(Options options, Screen screen, InstantSource clock) {
        this.options = options;
        this.screen = screen;
        this.clock = clock;
        this.launch = Launch.of(System.getProperties(), clock.instant());
    }

    public static void main(String[] arguments) {
        Screen screen = new Screen();
        int code = FAILED;
        try {
            code = run(arguments, screen);
        } catch (CannotRunException reason) {
            screen.complain(reason.getMessage());
            code = reason.exitCode();
        } catch (InterruptedException stop) {
            screen.complain("stopped");
        } catch (Throwable bug) {
            // whatever it is: the process ends, with a sentence
            LoggerFactory.getLogger(Standalone.class).error("cannot go on", bug);
            screen.complain("cannot go on: " + bug + "; see the log in the data folder");
        }
        System.exit(code);
    }

    private static int run(String[] arguments, Screen screen) throws InterruptedException {
        List<String> words = List.of(arguments);
        if (words.indexOf("model") == 0) {
            System.setProperty("logback.configurationFile", "logback-model.xml");
            return new ModelCommand(screen::say, screen::complain).run(words.subList(1, words.size()));
        }
        if (words.indexOf("convert") == 0) {
            System.setProperty("logback.configurationFile", "logback-model.xml");
            return new ConvertCommand(screen::say, screen::complain).run(words.subList(1, words.size()));
        }
        Options options = Options.parse(arguments);
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        System.setProperty("sanse.log", options.data().resolve("log").toString());
        return new Standalone(options, screen, InstantSource.system()).run();
    }

    private int run() throws InterruptedException {
        switch (options.verb()) {
            case "token" -> screen.say(token());
            case "up" -> {
                start();
                waitForEver();
            }
            case "demo" -> {
                return demo();
            }
            // what the script makes its class archive from: everything is loaded once
            case "rehearse" -> {
                start();
                Script.of(new City(), Night.last(clock.instant()), 1);
            }
            default ->
                throw CannotRunException.notUnderstood(
                        "'" + options.verb() + "' is not understood; './sanse help' lists what is");
        }
        return 0;
    }

    private RunningPlatform start() throws InterruptedException {
        new Ports(options.portOffset()).requireFree();
        // opened before anything logs: the log lies in the data folder
        DataFolder folder = DataFolder.open(options.data());
        RunningPlatform platform = new RunningPlatform(options, folder, clock);
        Thread here = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(here, platform), "stop"));
        platform.start(screen, launch.binaries());
        screen.progress("ready %.1f s after the start".formatted(sinceStart().toMillis() / 1_000.0));
        screen.say("ready http://127.0.0.1:" + platform.ports().http());
        return platform;
    }

    /** What is under way is given up first: nothing of it is told as a failure when the platform goes away under it. */
    private static void stop(Thread underWay, RunningPlatform platform) {
        underWay.interrupt();
        platform.close();
    }

    private Duration sinceStart() {
        return Duration.between(launch.began(), clock.instant());
    }

    private int demo() throws InterruptedException {
        // written beside the start: it needs nothing of the platform
        CompletableFuture<DemoRun> demo =
                CompletableFuture.supplyAsync(() -> new DemoRun(screen, clock, this::sinceStart));
        RunningPlatform platform = start();
        boolean perfect = demo.join().play(platform);
        if (!options.headless()) {
            invite(platform.ports());
            waitForEver();
        }
        return perfect ? 0 : FAILED;
    }

    private void invite(Ports ports) {
        screen.say("console         http://127.0.0.1:%d/ (a token: ./sanse token operator)".formatted(ports.http()));
        screen.say("short messages  http://127.0.0.1:%d/".formatted(ports.messagePage()));
        screen.say("province        http://127.0.0.1:%d/state".formatted(ports.province()));
        screen.say("stop with Ctrl-C");
    }

    private static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private String token() {
        String names = LocalUser.names();
        if (options.user() == null) {
            throw CannotRunException.notUnderstood("token needs a user: one of " + names);
        }
        LocalUser user = LocalUser.of(options.user())
                .orElseThrow(() ->
                        CannotRunException.notUnderstood("there is no user '" + options.user() + "', only " + names));
        requireEmbedded(System.getenv());
        try {
            IssuerKey key = IssuerKey.load(DataFolder.issuer(options.data()));
            return new Issuer(key, new Ports(options.portOffset()).issuer(), clock).token(user);
        } catch (IOException absent) {
            throw new CannotRunException(
                    "there is no local issuer in " + options.data() + ": start './sanse up' or './sanse demo' first",
                    absent);
        }
    }

    private static void requireEmbedded(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.matches(FOREIGN_SETTING))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotRunException(
                            "tokens of the local issuer exist only in the embedded default, and " + name + " is set");
                });
    }
}
