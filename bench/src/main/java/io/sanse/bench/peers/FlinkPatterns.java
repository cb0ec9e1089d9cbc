package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Rules;
import io.sanse.bench.stream.Sort;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/** The five rules with Flink's CEP, four of them as patterns; a function before them says what patterns cannot. */
final class FlinkPatterns implements FlinkJob {
    private static final String FIRST = "first";
    private static final String NOT = "not";
    private static final String SECOND = "second";

    @Override
    public DataStream<String> answers(DataStream<Event> events) {
        SingleOutputStreamOperator<Event> vehicles = events.filter(
                        event -> event.is(Sort.POSITION) || event.is(Sort.CAPTURE) || event.is(Sort.PAPER))
                .keyBy(event -> event.key)
                .process(new FlinkPreparation());
        KeyedStream<Event, String> reports = vehicles.keyBy(event -> event.key);
        KeyedStream<Event, String> steps =
                events.filter(event -> event.is(Sort.STEP)).keyBy(event -> event.key);
        return vehicles.getSideOutput(FlinkPreparation.PASSAGES)
                .union(
                        found(reports, overStay(), Answer.OVER_STAY, FlinkPatterns::overStayAt),
                        found(reports, silence(), Answer.SILENT, match -> first(match).at + Rules.SILENCE_MS + 1),
                        found(steps, overdue(), Answer.OVERDUE, match -> first(match).at + Rules.OVERDUE_MS + 1),
                        found(steps, weightGap(), Answer.WEIGHT_GAP, match -> match.get(SECOND)
                                .get(0)
                                .at));
    }

    /** In, not out again, still there when it is too long. */
    private static Pattern<Event, ?> overStay() {
        return Pattern.<Event>begin(FIRST)
                .where(SimpleCondition.of(event -> event.entered && event.allowed > 0))
                .notFollowedBy(NOT)
                .where(SimpleCondition.of(event -> event.is(Sort.POSITION) && event.entered))
                .followedBy(SECOND)
                .where(new TooLong());
    }

    private static long overStayAt(Map<String, List<Event>> match) {
        return first(match).at + first(match).allowed + 1;
    }

    /** A report of one that carries waste, and neither another nor the receipt of the waste. */
    private static Pattern<Event, ?> silence() {
        return Pattern.<Event>begin(FIRST)
                .where(SimpleCondition.of(event -> event.is(Sort.POSITION) && event.carried > 0))
                .notFollowedBy(NOT)
                .where(SimpleCondition.of(event -> event.is(Sort.POSITION) || event.carried == 0))
                .within(Duration.ofMillis(Rules.SILENCE_MS + 1));
    }

    private static Pattern<Event, ?> overdue() {
        return Pattern.<Event>begin(FIRST)
                .where(SimpleCondition.of(event -> event.step == Event.PICKED_UP))
                .notFollowedBy(NOT)
                .where(SimpleCondition.of(event -> event.step == Event.RECEIVED))
                .within(Duration.ofMillis(Rules.OVERDUE_MS + 1));
    }

    private static Pattern<Event, ?> weightGap() {
        return Pattern.<Event>begin(FIRST)
                .where(SimpleCondition.of(event -> event.step == Event.PICKED_UP))
                .followedBy(SECOND)
                .where(new Lighter());
    }

    private static Event first(Map<String, List<Event>> match) {
        return match.get(FIRST).get(0);
    }

    private static DataStream<String> found(
            KeyedStream<Event, String> events, Pattern<Event, ?> pattern, String model, Moment moment) {
        return CEP.pattern(events, pattern).process(new Teller(model, moment));
    }

    /** When a match was so. */
    private interface Moment extends Serializable {
        long of(Map<String, List<Event>> match);
    }

    private static final class TooLong extends IterativeCondition<Event> {
        @Override
        public boolean filter(Event event, Context<Event> context) throws Exception {
            if (!event.is(Sort.POSITION) || event.entered) {
                return false;
            }
            Event entry = context.getEventsForPattern(FIRST).iterator().next();
            return event.at - entry.at > entry.allowed;
        }
    }

    private static final class Lighter extends IterativeCondition<Event> {
        @Override
        public boolean filter(Event event, Context<Event> context) throws Exception {
            return event.step == Event.RECEIVED
                    && Rules.isWeightGap(
                            context.getEventsForPattern(FIRST).iterator().next().value, event.value);
        }
    }

    private static final class Teller extends PatternProcessFunction<Event, String> {
        private final String model;
        private final Moment moment;

        Teller(String model, Moment moment) {
            this.model = model;
            this.moment = moment;
        }

        @Override
        public void processMatch(Map<String, List<Event>> match, Context context, Collector<String> out) {
            Event first = first(match);
            out.collect(new Answer(model, first.key, first.at) + " " + moment.of(match));
        }
    }
}
