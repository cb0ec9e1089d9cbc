package io.sanse.model.backtest.job;

import io.sanse.contract.Topics;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.History;
import io.sanse.model.backtest.Period;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;

/**
 * The topic {@code observations} as history: each partition holds what its detector got live, in exactly that order, the feeds' progress included. Fails with
 * {@link Unavailable} when the broker does not answer.
 */
final class TopicHistory implements History {
    private final KafkaSettings kafka;
    private final Period period;

    /** @param period of appending to play */
    TopicHistory(KafkaSettings kafka, Period period) {
        this.kafka = kafka;
        this.period = period;
    }

    @Override
    public void play(Listener listener) {
        TopicReader.read(kafka, Topics.OBSERVATIONS.name(), period.from(), period.until(), new TopicReader.Listener() {
            @Override
            public void begin(int partition) {
                listener.begin();
            }

            @Override
            public boolean read(TopicReader.Kept record, double share) {
                return listener.arrived(arrival(record), share);
            }
        });
    }

    private static Arrival arrival(TopicReader.Kept record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new Arrival(record.timestamp(), ObservationFrames.decode(value).observations());
    }
}
