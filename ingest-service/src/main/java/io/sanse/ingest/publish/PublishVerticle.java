package io.sanse.ingest.publish;

import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.catalogue.IntakeCounts;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.RecordPublisher;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context that owns the frames: makes the publisher and tells the feeds' progress once a second, and sooner when a replay runs fast. */
public final class PublishVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(PublishVerticle.class);
    private static final long LINGER_MS = 5;
    private static final long PROGRESS_MS = 1_000;

    private final ServiceContext service;
    private final RecordPublisher records;
    private final StationLinks stations;
    private final TiedSubjects tied;
    private final IntakeCounts counts;
    private final FeedProgress progress = new FeedProgress();
    private FrameBatcher batcher;
    private ObservationIntake intake;
    private boolean telling;

    private PublishVerticle(
            ServiceContext service,
            RecordPublisher records,
            StationLinks stations,
            TiedSubjects tied,
            IntakeCounts counts) {
        this.service = service;
        this.records = records;
        this.stations = stations;
        this.tied = tied;
        this.counts = counts;
    }

    /**
     * Completes with the publisher; fails with {@link io.sanse.runtime.failure.Unavailable} when Kafka does not tell the topic's partitions. On stop, what
     * is on its way is settled first.
     *
     * @param stations who else hears of a station
     * @param tied who else hears of a vehicle
     */
    public static Future<ObservationIntake> deploy(
            ServiceContext service,
            RecordPublisher records,
            StationLinks stations,
            TiedSubjects tied,
            IntakeCounts counts) {
        PublishVerticle verticle = new PublishVerticle(service, records, stations, tied, counts);
        return service.vertx().deployVerticle(verticle).map(id -> {
            service.lifecycle().onStop("publisher", () -> service.vertx().undeploy(id));
            return verticle.intake;
        });
    }

    @Override
    public Future<?> start() {
        return records.partitions(Topics.OBSERVATIONS.name()).onSuccess(this::wire);
    }

    private void wire(int partitions) {
        PublishSettings settings = PublishSettings.from(service.settings());
        InFlight inFlight = new InFlight(settings.inFlight());
        service.metrics().gauge("sanse_intake_in_flight", inFlight, InFlight::count);
        batcher = new FrameBatcher(
                partitions,
                (partition, frame) -> records.publish(Topics.OBSERVATIONS.name(), partition, frame),
                () -> vertx.setTimer(LINGER_MS, over -> batcher.lingerOver()));
        intake = new ObservationIntake(
                context,
                new SubjectNaming(partitions, stations, tied),
                inFlight,
                batcher,
                new IntakeLedger(
                        service, this::acknowledged, new PositionSampler(2 * settings.shownPerSecond()), counts));
        vertx.setPeriodic(PROGRESS_MS, tick -> tellProgress());
    }

    private void acknowledged(List<Observation> observations) {
        progress.acknowledged(observations);
        if (progress.isDue()) {
            tellProgress();
        }
    }

    /** Everything that was received before lies in the topic, or will never, before a feed's progress does. */
    private void tellProgress() {
        if (telling) {
            return;
        }
        progress.listening(service.clock().instant());
        List<Observation> words = progress.take();
        if (words.isEmpty()) {
            return;
        }
        telling = true;
        batcher.settled()
                .compose(settled -> batcher.add(everywhere(words)))
                .onFailure(failure -> LOG.warn("progress is told later: {}", failure.toString()))
                .onFailure(failure -> progress.giveBack(words))
                .onComplete(done -> telling = false);
    }

    private List<PlacedObservation> everywhere(List<Observation> observations) {
        return IntStream.range(0, batcher.partitions())
                .boxed()
                .flatMap(partition -> observations.stream().map(one -> new PlacedObservation(partition, one)))
                .toList();
    }

    @Override
    public Future<?> stop() {
        return batcher.settled();
    }
}
