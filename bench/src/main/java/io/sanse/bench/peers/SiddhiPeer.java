package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import io.sanse.bench.stream.Sort;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Siddhi 5 in the caller's thread; its clock is driven by the events. The rules are {@code peers/rules.siddhi}. */
final class SiddhiPeer implements Contestant {
    private final Events events;
    private final long end;
    private final Answers answers;
    private final SiddhiManager manager = new SiddhiManager();
    private final SiddhiAppRuntime runtime;
    private final Map<Sort, InputHandler> inputs = new EnumMap<>(Sort.class);

    /** @param end how far the clock goes on behind the last event, ms since the epoch */
    SiddhiPeer(Events events, long until, long end) throws IOException {
        this.events = events;
        this.end = end;
        this.answers = new Answers(until);
        runtime = manager.createSiddhiAppRuntime(rules());
        for (Sort sort : Sort.values()) {
            inputs.put(sort, runtime.getInputHandler(input(sort)));
        }
        runtime.addCallback("Found", new Taker(answers));
        runtime.start();
    }

    private static String rules() throws IOException {
        try (InputStream file = SiddhiPeer.class.getResourceAsStream("/peers/rules.siddhi")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String input(Sort sort) {
        return switch (sort) {
            case POSITION -> "Position";
            case CAPTURE -> "Capture";
            case STEP -> "Step";
            case PAPER -> "Paper";
            case MINUTE, HOUR, PROGRESS -> "Reading";
        };
    }

    @Override
    public void play(Scales scales) throws InterruptedException {
        scales.tare();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.event(i);
            Sort sort = Sort.of((byte) event.sort);
            inputs.get(sort).send(event.at, row(sort, event));
        }
        scales.weigh();
        inputs.get(Sort.PROGRESS).send(end, new Object[] {"", 0.0});
    }

    /** The fields of the stream in {@code peers/rules.siddhi}, in their order. */
    private static Object[] row(Sort sort, Event event) {
        return switch (sort) {
            case POSITION -> new Object[] {event.key, event.at, event.zone, event.allowed};
            case CAPTURE -> new Object[] {event.key, event.at, event.closed, event.truck, event.night};
            case STEP -> new Object[] {event.key, event.at, event.step, event.value};
            case PAPER -> new Object[] {event.key, event.step};
            case MINUTE, HOUR, PROGRESS -> new Object[] {event.key, event.value};
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
        runtime.shutdown();
        manager.shutdown();
    }

    private static final class Taker extends StreamCallback {
        private final Answers answers;

        Taker(Answers answers) {
            this.answers = answers;
        }

        @Override
        public void receive(io.siddhi.core.event.Event[] found) {
            for (io.siddhi.core.event.Event one : found) {
                Object[] row = one.getData();
                Answer answer = new Answer((String) row[0], (String) row[1], (Long) row[2]);
                answers.add(answer, (Long) row[3]);
            }
        }
    }
}
