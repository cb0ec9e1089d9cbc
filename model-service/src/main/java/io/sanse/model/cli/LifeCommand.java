package io.sanse.model.cli;

import io.sanse.contract.service.Certification;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.VersionAction;
import io.sanse.model.file.TextFile;
import io.sanse.model.library.ModelReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code versions [MODEL]}, {@code draft FILE [CASES]}, {@code step MODEL VERSION ACTION} and {@code certify MODEL}: the life of versions on a running platform. Exit code
 * 1 = the step did not bring the version on.
 */
final class LifeCommand {
    /** Words that it understands. */
    static final List<String> VERBS = List.of("versions", "draft", "step", "certify");

    private static final String MODELS = "/api/v1/models";

    private record Draft(String text, String cases) {}

    private record Step(VersionAction action, long expectedRevision, List<String> districts, String reason) {}

    private record Date(long expectedRevision, Instant until, String reason) {}

    private final LifePage page;
    private final Function<Options, PlatformClient> platforms;

    /** @param platforms the platform that the words name */
    LifeCommand(Consumer<String> out, Function<Options, PlatformClient> platforms) {
        this.page = new LifePage(out);
        this.platforms = platforms;
    }

    /**
     * @return exit code
     * @throws IllegalArgumentException when the words are not understood, or the platform refuses or does not answer
     */
    int run(String verb, List<String> words) {
        Options options = Options.parse(words, List.of("--districts", "--reason", "--until", "--url"));
        PlatformClient platform = platforms.apply(options);
        List<String> names = options.names();
        if (verb.equals("versions") && names.isEmpty()) {
            return overview(platform);
        }
        if (verb.equals("versions") && names.size() == 1) {
            page.write(versions(platform, names.get(0)));
            return 0;
        }
        if (verb.equals("draft") && (names.size() == 1 || names.size() == 2)) {
            return draft(platform, names.get(0), names.size() == 2 ? names.get(1) : ModelCommand.casesOf(names.get(0)));
        }
        if (verb.equals("step") && names.size() == 3) {
            return step(platform, options);
        }
        if (verb.equals("certify") && names.size() == 1) {
            return certify(platform, options);
        }
        throw new IllegalArgumentException(
                "versions takes [MODEL], draft FILE [CASES], step MODEL VERSION ACTION, certify MODEL");
    }

    private int overview(PlatformClient platform) {
        page.write(
                platform.get(MODELS, ModelList.class),
                platform.get(MODELS + "/certifications", CertificationList.class),
                platform.get(MODELS + "/outcomes", OutcomeList.class));
        return 0;
    }

    private static String path(String model) {
        return MODELS + "/" + PlatformClient.encoded(model) + "/versions";
    }

    private static ModelVersionList versions(PlatformClient platform, String model) {
        return platform.get(path(model), ModelVersionList.class);
    }

    private int draft(PlatformClient platform, String file, String table) {
        String text = TextFile.read(file);
        String model = ModelReader.read(file, text).id();
        ModelVersion version = platform.post(
                path(model),
                UUID.randomUUID(),
                new Draft(text, TextFile.read(table)),
                ModelVersion.class,
                Map.of("text", file, "cases", table));
        page.write(version);
        return 0;
    }

    private int step(PlatformClient platform, Options options) {
        String model = options.names().get(0);
        int number = number(options.names().get(1));
        VersionAction action = action(options.names().get(2));
        ModelVersion seen = versions(platform, model).items().stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no version " + number + " of " + model));
        String districts = options.value("--districts");
        Step step = new Step(
                action,
                seen.revision(),
                districts == null ? List.of() : List.of(districts.split(",")),
                options.value("--reason"));
        ModelVersion now = platform.post(
                path(model) + "/" + number + "/commands", UUID.randomUUID(), step, ModelVersion.class, Map.of());
        page.write(now);
        return action == VersionAction.TEST && !now.test().differences().isEmpty() ? 1 : 0;
    }

    private static int number(String word) {
        if (!word.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("'" + word + "' is no number of a version");
        }
        return Integer.parseInt(word);
    }

    private static VersionAction action(String word) {
        return Arrays.stream(VersionAction.values())
                .filter(action -> action.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no step; it is one of "
                        + Arrays.stream(VersionAction.values())
                                .map(VersionAction::text)
                                .collect(Collectors.joining(", "))));
    }

    private int certify(PlatformClient platform, Options options) {
        String model = options.names().get(0);
        Certification seen = platform.get(MODELS + "/certifications", CertificationList.class).items().stream()
                .filter(one -> one.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no version of " + model + " is live"));
        String until = options.value("--until");
        Date date = new Date(
                seen.revision(), until == null ? null : BacktestOptions.time(until), options.value("--reason"));
        page.write(platform.post(
                path(model) + "/" + seen.version() + "/certifications",
                UUID.randomUUID(),
                date,
                Certification.class,
                Map.of()));
        return 0;
    }
}
