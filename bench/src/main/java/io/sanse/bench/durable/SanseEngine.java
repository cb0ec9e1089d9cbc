package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.stream.Answer;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.embedded.FreePort;
import io.sanse.runtime.Settings;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** model-service's topology, with the models of its library or with the five that other engines have, too. */
enum SanseEngine implements Engine {
    ALL_MODELS(List.of()),
    FIVE_MODELS(List.of(SanseMain.FIVE));

    private static final String APPLICATION = "sanse-model";

    private final List<String> arguments;

    SanseEngine(List<String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public String group() {
        return APPLICATION;
    }

    @Override
    public String text() {
        return this == ALL_MODELS ? "Sanse, all models" : "Sanse, five models";
    }

    @Override
    public ChildJvm start(Broker broker, Duration commit) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", broker.settings().bootstrapServers());
        settings.put("model.application.id", APPLICATION);
        settings.put("model.instance.id", "bench");
        settings.put("model.state.dir", broker.work().resolve("models").toString());
        settings.put("model.commit.interval", commit.toString());
        settings.put("cluster.enabled", "false");
        settings.put("management.port", Integer.toString(FreePort.find()));
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        return ChildJvm.start(
                new ChildJvm.Launch(SanseMain.class, "", Durable.ENGINE_OPTIONS, environment, arguments), log(broker));
    }

    @Override
    public Word word(byte[] value) throws IOException {
        Detection detection = Json.parse(value, Detection.class);
        Answer answer = new Answer(
                detection.model(), detection.subject().id(), detection.from().toEpochMilli());
        return new Word(
                detection.id().toString(),
                detection.revision(),
                detection.change() != Change.RETRACTED,
                answer,
                detection.episodeStart().toEpochMilli());
    }

    /** What is left of the change logs when only the newest record of each key counts. */
    @Override
    public long stateBytes(Broker broker) throws ExecutionException, InterruptedException {
        return new ChangeLogs(broker, APPLICATION).newestBytes();
    }
}
