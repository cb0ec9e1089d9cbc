package io.sanse.bench.peers;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.pipeline.BatchSource;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sink;
import com.hazelcast.jet.pipeline.SinkBuilder;
import com.hazelcast.jet.pipeline.SourceBuilder;
import com.hazelcast.jet.pipeline.StreamStage;
import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Rules;
import io.sanse.bench.stream.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * The five rules as Jet keeps and wakes them. Its state has no timers but can be dropped when nothing has come for a time: what must be found though nothing comes is
 * kept a second time, in a state that is dropped at that moment and says so.
 */
final class JetRules {
    private static final Finder NOBODY = (answer, moment) -> {};

    /**
     * What goes from one stage to the next.
     *
     * @param plate of the vehicle
     * @param silentAt when it will have been silent for too long; {@link Long#MAX_VALUE} for never
     * @param lastAt its last report
     * @param found by now
     */
    private record Looked(String plate, long silentAt, long lastAt, List<Found> found) {}

    private record Found(Answer answer, long moment) {}

    /** When a vehicle will have been silent for too long, and since when. */
    private static final class Silence {
        private long at = Long.MAX_VALUE;
        private long since;
    }

    private JetRules() {}

    /** @param number of the peer */
    static Pipeline pipeline(int number) {
        Pipeline pipeline = Pipeline.create();
        BatchSource<Event> source = SourceBuilder.batch("stream", context -> new JetPeer.Feed(number))
                .<Event>fillBufferFn(JetPeer.Feed::fill)
                .build();
        StreamStage<Event> events = pipeline.readFrom(source).addTimestamps(event -> event.at, 0);
        StreamStage<Looked> looked = vehicles(events);
        StreamStage<Event> steps = events.filter(event -> event.is(Sort.STEP));
        looked.flatMap(one -> Traversers.traverseIterable(one.found()))
                .merge(silences(looked))
                .merge(weightGaps(steps))
                .merge(overdue(steps))
                .writeTo(sink(number));
        return pipeline;
    }

    private static Sink<Found> sink(int number) {
        return SinkBuilder.sinkBuilder("answers", context -> number)
                .<Found>receiveFn((peer, found) -> JetPeer.found(peer, found.answer(), found.moment()))
                .build();
    }

    private static StreamStage<Looked> vehicles(StreamStage<Event> events) {
        return events.filter(event -> event.is(Sort.POSITION) || event.is(Sort.CAPTURE) || event.is(Sort.PAPER))
                .groupingKey(event -> event.key)
                .mapStateful(VehicleRules::new, (rules, plate, event) -> look(rules, event));
    }

    private static Looked look(VehicleRules rules, Event event) {
        List<Found> found = new ArrayList<>(0);
        rules.on(event, (answer, moment) -> found.add(new Found(answer, moment)));
        return new Looked(event.key, rules.silenceAt(), rules.lastAt, found);
    }

    private static StreamStage<Found> silences(StreamStage<Looked> looked) {
        return looked.groupingKey(Looked::plate)
                .mapStateful(
                        Rules.SILENCE_MS,
                        Silence::new,
                        (silence, plate, one) -> {
                            silence.at = one.silentAt();
                            silence.since = one.lastAt();
                            return null;
                        },
                        (silence, plate, now) -> silence.at > now
                                ? null
                                : new Found(new Answer(Answer.SILENT, plate, silence.since), silence.at));
    }

    private static StreamStage<Found> weightGaps(StreamStage<Event> steps) {
        return steps.groupingKey(event -> event.key)
                .flatMapStateful(ManifestRules::new, (rules, number, event) -> step(rules, event));
    }

    private static Traverser<Found> step(ManifestRules rules, Event event) {
        List<Found> found = new ArrayList<>(0);
        rules.on(event, (answer, moment) -> found.add(new Found(answer, moment)));
        return Traversers.traverseIterable(found);
    }

    private static StreamStage<Found> overdue(StreamStage<Event> steps) {
        return steps.groupingKey(event -> event.key)
                .mapStateful(
                        Rules.OVERDUE_MS,
                        ManifestRules::new,
                        (rules, number, event) -> {
                            rules.on(event, NOBODY);
                            return null;
                        },
                        (rules, number, now) -> {
                            List<Found> found = new ArrayList<>(1);
                            rules.advance(number, now, (answer, moment) -> found.add(new Found(answer, moment)));
                            return found.isEmpty() ? null : found.get(0);
                        });
    }
}
