package io.sanse.bench.peers;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.configuration.common.ConfigurationCommonEventTypeBean;
import com.espertech.esper.common.client.util.AccessorStyle;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import io.sanse.bench.stream.Sort;
import io.sanse.bench.stream.Stream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Esper 9 in the caller's thread; its clock is driven by the events. The rules are {@code peers/rules.epl}. */
final class EsperPeer implements Contestant {
    private final Events events;
    private final long end;
    private final Answers answers;
    private final EPRuntime runtime;

    /** @param end how far the clock goes on behind the last event, ms since the epoch */
    EsperPeer(Events events, long until, long end) throws EPCompileException, EPDeployException, IOException {
        this.events = events;
        this.end = end;
        this.answers = new Answers(until);
        Configuration configuration = configuration();
        EPCompiled rules = EPCompilerProvider.getCompiler().compile(epl(), new CompilerArguments(configuration));
        runtime = EPRuntimeProvider.getRuntime("bench-" + System.identityHashCode(this), configuration);
        runtime.getEventService().clockExternal();
        runtime.getEventService().advanceTime(Stream.START.toEpochMilli());
        String deployment = runtime.getDeploymentService().deploy(rules).getDeploymentId();
        runtime.getDeploymentService()
                .getStatement(deployment, "found")
                .addListener((found, gone, statement, owner) -> take(found));
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        ConfigurationCommonEventTypeBean fields = new ConfigurationCommonEventTypeBean();
        fields.setAccessorStyle(AccessorStyle.PUBLIC);
        for (String type : new String[] {"Position", "Capture", "Step", "Paper", "Reading"}) {
            configuration.getCommon().addEventType(type, Event.class.getName(), fields);
        }
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        return configuration;
    }

    private static String epl() throws IOException {
        try (InputStream file = EsperPeer.class.getResourceAsStream("/peers/rules.epl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void take(EventBean[] found) {
        for (EventBean one : found) {
            Answer answer = new Answer((String) one.get("model"), (String) one.get("subject"), (Long) one.get("begin"));
            answers.add(answer, (Long) one.get("moment"));
        }
    }

    @Override
    public void play(Scales scales) {
        scales.tare();
        EPEventService service = runtime.getEventService();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.event(i);
            service.advanceTime(event.at);
            service.sendEventBean(event, type(event));
        }
        scales.weigh();
        service.advanceTime(end);
    }

    private static String type(Event event) {
        return switch (Sort.of((byte) event.sort)) {
            case POSITION -> "Position";
            case CAPTURE -> "Capture";
            case STEP -> "Step";
            case PAPER -> "Paper";
            case MINUTE, HOUR, PROGRESS -> "Reading";
        };
    }

    @Override
    public void playInputOnly() {
        events.makeAll();
    }

    @Override
    public Set<Answer> answers() {
        return answers.all();
    }

    @Override
    public void close() {
        runtime.destroy();
    }
}
